import { outcome, type Outcome } from "#diagnostics/index.ts";
import { anyId, id, linkTo, listOf } from "./openfasttrace.ts";
import { firstLine, type ParsedFile, type WrittenItem, type WrittenLink } from "./written.ts";

/** The attributes of a block that is an item: `[.specitem,oft-sid="req~a~1",oft-needs="impl"]`. */
const specItem = /^\[(?:[^\]"]|"[^"]*")*\.specitem\b(?:[^\]"]|"[^"]*")*\]\s*$/;
const attribute = /\boft-([a-z]+)\s*=\s*"([^"]*)"/g;
const whole = new RegExp(`^${id}$`, "u");
const delimiter = /^(?:--|([=*_+./-])\1{3,})\s*$/;
const blockTitle = /^\.\S/;

/** Whether a text marks a block as an item of OpenFastTrace. */
export const isOpenFastTraceAsciiDoc = (text: string): boolean => text.includes("oft-sid");

/**
 * Reads AsciiDoc of OpenFastTrace
 * (https://github.com/itsallcode/openfasttrace-asciidoc-plugin): a block with the role `specitem` is an
 * item, its attributes say which, and its text is the statement.
 */
export function parseOpenFastTraceAsciiDoc(text: string): Outcome<ParsedFile> {
  const lines = text.split(/\r?\n/);
  const items: WrittenItem[] = [];
  let notUnderstood = 0;
  lines.forEach((line, index) => {
    if (!specItem.test(line)) return;
    const item = itemAt(lines, index);
    if (item) items.push(item);
    else notUnderstood++;
  });
  return outcome({ items, passedOver: 0, notUnderstood });
}

/** What the attributes of a block say, by their names; empty for what is not said. */
type Said = (name: string) => string;

function attributesOf(line: string): Said {
  const found = [...line.matchAll(attribute)];
  const said = new Map(found.map(([, name = "", value = ""]) => [name, value]));
  return (name) => said.get(name)?.trim() ?? "";
}

/** Undefined without an id that is one. */
function itemAt(lines: readonly string[], index: number): WrittenItem | undefined {
  const said = attributesOf(lines[index] ?? "");
  const [, type, own, rev] = whole.exec(said("sid")) ?? [];
  if (type === undefined || own === undefined) return undefined;
  const name = `${type}~${own}`;
  const statement = statementAfter(lines, index + 1);
  const needs = listOf(said("needs"));
  const fields = fieldsOf(said);
  return {
    ...{ name, type, rev: Number(rev), statement, line: index + 1 },
    title: said("title") || firstLine(statement) || name,
    status: said("status") || "approved",
    ...(needs.length > 0 && { needs }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    links: [...linksOf(said, "covers", index + 1), ...linksOf(said, "depends", index + 1)],
  };
}

const fieldsOf = (said: Said): readonly (readonly [string, string])[] =>
  Object.entries({ tags: "Tags", rationale: "Rationale", comment: "Comment" }).flatMap(
    ([name, field]) => (said(name) === "" ? [] : [[field, said(name)] as const]),
  );

const linksOf = (said: Said, name: "covers" | "depends", line: number): readonly WrittenLink[] =>
  [...said(name).matchAll(anyId)].map(([, ...parts]) => ({
    ...linkTo(parts, line),
    role: name === "covers" ? name : "depends-on",
  }));

/** What stands between two lines of the same signs, or else a paragraph. */
function statementAfter(lines: readonly string[], from: number): string {
  let start = from;
  while (blockTitle.test(lines[start] ?? "")) start++;
  const opening = lines[start]?.trim() ?? "";
  const isBlock = delimiter.test(opening);
  const first = isBlock ? start + 1 : start;
  const isEnd = (line: string): boolean =>
    isBlock ? line.trim() === opening : line.trim() === "" || delimiter.test(line);
  const end = lines.findIndex((line, index) => index >= first && isEnd(line));
  return lines
    .slice(first, end < 0 ? lines.length : end)
    .join("\n")
    .trim();
}
