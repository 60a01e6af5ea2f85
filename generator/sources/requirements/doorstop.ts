import { type LocatedData, ownField, readData } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { basename, extname } from "node:path/posix";
import { firstLine, nothingParsed, type ParsedFile, type WrittenItem } from "./written.ts";

const fence = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Whether Markdown is an item of Doorstop: data at its top that says whether it is active. */
export const isDoorstopMarkdown = (text: string): boolean =>
  /^active: *(?:true|false)\s*$/m.test(fence.exec(text)?.[1] ?? "");

/** Reads one item of Doorstop (https://doorstop.readthedocs.io): YAML, or Markdown with data on top. */
export function parseDoorstop(text: string, file: string): Outcome<ParsedFile> {
  const isMarkdown = extname(file).startsWith(".m");
  const front = isMarkdown ? fence.exec(text) : null;
  // An empty line in place of the fence, so that places in the data are places in the file.
  const { value: data, diagnostics } = readData(isMarkdown ? `\n${front?.[1] ?? ""}` : text, file);
  if (data.value === undefined) return outcome(nothingParsed, diagnostics);
  if (typeof ownField(data.value, "active") !== "boolean") {
    const reason = "`active`";
    const location = { file };
    const problem = diagnose(
      "sources/requirements-unreadable",
      { format: "Doorstop", reason },
      { location },
    );
    return outcome(nothingParsed, [problem]);
  }
  const body = front ? text.slice(front[0].length) : "";
  return outcome({ items: [itemOf(data, body)], passedOver: 0, notUnderstood: 0 });
}

const shown: ReadonlySet<string> = new Set(["active", "header", "text", "links"]);

function itemOf(data: LocatedData, body: string): WrittenItem {
  const name = basename(data.file, extname(data.file));
  const text = (key: string): string => {
    const value = ownField(data.value, key);
    return typeof value === "string" ? value.trim() : "";
  };
  const heading = /^#+ +(.*)$/m.exec(body)?.[1] ?? "";
  const statement = text("text") || body.replace(/^\s*#+ .*\r?\n/, "").trim();
  const fields = Object.entries(data.value as object).flatMap(([key, value]: [string, unknown]) =>
    shown.has(key) || value === "" || value === null
      ? []
      : [[key, typeof value === "string" ? value.trim() : JSON.stringify(value)] as const],
  );
  return {
    name,
    type: name.replace(/[-_.]?\d+$/, "").toLowerCase() || "requirement",
    title: text("header") || heading || firstLine(statement) || name,
    statement,
    status: ownField(data.value, "active") === true ? "approved" : "rejected",
    line: 1,
    fields: Object.fromEntries(fields),
    links: linksOf(data),
  };
}

/** `- SYS003` or `- SYS003: <stamp>`. */
function linksOf(data: LocatedData): WrittenItem["links"] {
  const links = ownField(data.value, "links");
  if (!Array.isArray(links)) return [];
  return links.flatMap((link: unknown, index) => {
    const to = typeof link === "string" ? link : Object.keys(link ?? {})[0];
    const { line = 1 } = data.locate(["links", index]);
    return to === undefined ? [] : [{ role: "covers" as const, to, line }];
  });
}
