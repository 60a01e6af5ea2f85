import { catalogue, type DiagnosticCode, toFinding } from "#diagnostics/index.ts";
import type { LintFinding } from "#model/evaluation.ts";
import type { PageContext, View } from "../../../view.ts";
import { indexPath, lintPath } from "../layout.ts";
import { migrationsInOrder } from "../migrations/migration-objects.ts";

/** What could be better in the schema and its migrations, by rule, each with how to mend it. */
export const schemaLint: View = {
  template: "schema-lint",
  target: "schema",
  plan: (graph) => {
    const [first] = migrationsInOrder(graph);
    if (first === undefined) return [];
    return [
      {
        path: lintPath,
        title: (words) => words("lint.title"),
        origins: [first.location],
        data: lintData,
      },
    ];
  },
};

function lintData(context: PageContext): object {
  const { evaluation, format, words } = context;
  const open = evaluation.lint.filter(({ ignored }) => ignored === undefined);
  const ignored = evaluation.lint.filter((finding) => finding.ignored !== undefined);
  const count = (wanted: LintFinding["severity"]): string =>
    format.number(open.filter(({ severity }) => severity === wanted).length);
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    warnings: count("warning"),
    infos: count("info"),
    ignoredCount: format.number(ignored.length),
    rules: [...Map.groupBy(open, ({ code }) => code)].map(([code, findings]) =>
      ruleSection(code, findings, context),
    ),
    ignored: ignored.map((finding) => ({
      ...findingRow(finding, context),
      rule: ruleName(finding.code),
      reason: finding.ignored ?? "",
    })),
  };
}

/** What people write in a comment to turn it off. */
const ruleName = (code: string): string => code.replace("evaluate/schema-", "");

function ruleSection(code: string, findings: readonly LintFinding[], context: PageContext): object {
  const { language, format } = context;
  const { about } = catalogue[code as DiagnosticCode][language === "en" ? "en" : "pt"];
  const [first] = findings;
  return {
    rule: ruleName(code),
    anchor: ruleName(code),
    count: format.number(findings.length),
    about: first ? context.prose({ text: about, location: first.location }) : "",
    findings: findings.map((finding) => findingRow(finding, context)),
  };
}

function findingRow(finding: LintFinding, context: PageContext) {
  const { code, severity, item, location } = finding;
  const args = withoutTicks(finding.args);
  const said = toFinding({ code: code as DiagnosticCode, args, severity }, context.language);
  const line = (text: string) => context.proseLine({ text, location });
  return {
    object: context.link(item),
    message: line(said.message),
    hint: said.hint === undefined ? "" : line(said.hint),
    place: context.place(location),
  };
}

/** Messages put names between backticks, and a name may hold one. */
const withoutTicks = (args: LintFinding["args"]): LintFinding["args"] =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll("`", "'") : value,
    ]),
  );
