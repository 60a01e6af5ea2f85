import { outcome, type Outcome } from "#diagnostics/index.ts";
import { linkOf } from "./strictdoc.ts";
import { firstLine, type ParsedFile, type WrittenItem } from "./written.ts";

/** A heading, and what stands below it until the next. */
interface Part {
  readonly title: string;
  readonly line: number;
  readonly body: readonly string[];
}

const field = /^\*\*([^*]+)\*\*: ?(.*)$|^\*\*([^*]+):\*\* ?(.*)$/;

/** Whether a text is Markdown as StrictDoc writes it: headings with a `**UID**` below. */
export const isStrictDocMarkdown = (text: string): boolean =>
  /^\*\*UID(?:\*\*:|:\*\*) ?\S/m.test(text);

/** Reads Markdown of StrictDoc: a heading whose text begins with a `**UID**` is an item. */
export function parseStrictDocMarkdown(text: string): Outcome<ParsedFile> {
  const parts = partsOf(text.split(/\r?\n/));
  const items = parts.flatMap(itemOf);
  return outcome({ items, passedOver: parts.length - items.length, notUnderstood: 0 });
}

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: (Omit<Part, "body"> & { readonly body: string[] })[] = [];
  let isCode = false;
  lines.forEach((line, index) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    const title = isCode ? undefined : /^#{1,6} +(.*?)(?: +#+)?$/.exec(line)?.[1];
    if (title !== undefined) parts.push({ title, line: index + 1, body: [] });
    else parts.at(-1)?.body.push(line);
  });
  return parts;
}

interface Field {
  readonly name: string;
  readonly line: number;
  text: string;
}

function itemOf(part: Part): readonly WrittenItem[] {
  const { fields, free } = fieldsOf(part);
  const of = (name: string) => fields.find((each) => each.name === name);
  const uid = of("UID")?.text.trim();
  if (uid === undefined || uid === "") return [];
  const statement = of("STATEMENT")?.text.trim() ?? free.trim();
  const relations = relationsOf(of("RELATIONS"));
  const shown = new Set(["UID", "STATUS", "STATEMENT", "RELATIONS"]);
  const others = fields.filter(({ name }) => !shown.has(name));
  return [
    {
      name: uid,
      title: part.title || firstLine(statement) || uid,
      statement,
      status: of("STATUS")?.text.trim() ?? "",
      line: part.line,
      fields: Object.fromEntries(others.map(({ name, text }) => [name, text.trim()])),
      links: relations.flatMap(linkOf),
    },
  ];
}

/** A field lasts until an empty line; what belongs to none is the statement. */
function fieldsOf({ body, line }: Part): { fields: readonly Field[]; free: string } {
  const fields: Field[] = [];
  let free = "";
  let current: Field | undefined;
  body.forEach((written, index) => {
    const [, outside, after, inside, within] = field.exec(written) ?? [];
    const name = outside ?? inside;
    if (name !== undefined) {
      const text = `${after ?? within ?? ""}\n`;
      current = { name: name.trim().toUpperCase(), line: line + index + 1, text };
      fields.push(current);
    } else if (written.trim() === "") current = undefined;
    else if (current) current.text += `${written}\n`;
    else free += `${written}\n`;
  });
  return { fields, free };
}

/** `- **Type**: Parent` / `**ID**: …`, one after the other. */
function relationsOf(part: Field | undefined) {
  const relations: { type: string; value: string; role: string; line: number }[] = [];
  part?.text.split("\n").forEach((written, index) => {
    const [, dash, key = "", value = ""] =
      /^\s*([-*] )?\s*\*\*([^*:]+):?\*\*:? *(.*)$/.exec(written) ?? [];
    if (dash) relations.push({ type: "", value: "", role: "", line: part.line + index });
    const relation = relations.at(-1);
    if (!relation) return;
    if (/^type$/i.test(key)) relation.type = value.trim();
    if (/^role$/i.test(key)) relation.role = value.trim();
    if (!/^(?:id|value)$/i.test(key)) return;
    relation.value = value.trim();
    relation.line = part.line + index;
  });
  return relations;
}
