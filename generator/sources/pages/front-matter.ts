import { checkSchema, type LocatedData, readData } from "#data/index.ts";
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { AuthoredPage } from "#markdown/index.ts";
import pageSchema from "../../../schemas/page.schema.json" with { type: "json" };

/** The data at the top of a page, checked; a page without any has empty data. */
export function readFrontMatter(
  { frontMatter }: AuthoredPage,
  { text, file }: { readonly text: string; readonly file: string },
): Outcome<LocatedData> {
  // Empty lines in front, so that places in the data are places in the file.
  const above = "\n".repeat((frontMatter?.line ?? 1) - 1);
  const yaml = frontMatter?.text.trim() ? above + frontMatter.text : "{}";
  const { value: data, diagnostics } = readData(yaml, file);
  const problems =
    data.value === undefined ? diagnostics : checkSchema(data, pageSchema).map(allowOthers);
  // Markdown takes an opening line of dashes that nothing closes for a rule.
  if (frontMatter || !/^---[ \t]*\r?\n/.test(text)) return outcome(data, problems);
  const location = { file, line: 1, column: 1 };
  return outcome(data, [diagnose("sources/pages-unclosed-front-matter", {}, { location })]);
}

/** The top of a page belongs to other tools too: only a key that looks like one of ours is a mistake. */
const allowOthers = (problem: Diagnostic): Diagnostic =>
  problem.code === "data/unknown-key" && (problem.suggestions ?? []).length === 0
    ? { ...problem, severity: "info" }
    : problem;
