import type { RequirementsFormat, SourceEntry } from "#model/settings.ts";
import { extname } from "node:path/posix";
import type { FileKind } from "../files.ts";
import { isDoorstopMarkdown, parseDoorstop } from "./doorstop.ts";
import { isOpenFastTraceAsciiDoc, parseOpenFastTraceAsciiDoc } from "./openfasttrace-asciidoc.ts";
import { parseCodeTags } from "./openfasttrace-tags.ts";
import { isOpenFastTrace, parseOpenFastTrace, parseOpenFastTraceRst } from "./openfasttrace.ts";
import { parseReqIf } from "./reqif.ts";
import { parseSphinxNeeds } from "./sphinx-needs.ts";
import { isStrictDocMarkdown, parseStrictDocMarkdown } from "./strictdoc-markdown.ts";
import { parseStrictDoc } from "./strictdoc.ts";
import type { ParseFile } from "./written.ts";

const markdown = ["md", "markdown"];
const asciiDoc = ["adoc", "asciidoc"];
const isMarkdown = (file: string): boolean => markdown.includes(endingOf(file));
const endingOf = (file: string): string => extname(file).slice(1).toLowerCase();

/** Languages in whose comments OpenFastTrace's tags are looked for when an entry asks for them. */
const code =
  "ts,tsx,mts,js,mjs,cjs,jsx,vue,sql,py,java,kt,go,rs,c,h,cc,cpp,hpp,cs,rb,php,swift,scala,sh,yaml,yml,toml,tf,proto,feature";

/** The files of a folder that are looked at, by what the entry says of their format. */
export const kindOf = (format: RequirementsFormat | undefined): FileKind => ({
  endings: format === undefined ? anyFormat : endings[format],
});

const texts = [...markdown, "rst", ...asciiDoc];
const anyFormat = ["sdoc", "reqif", "json", "yml", "yaml", ...texts];
const endings: Readonly<Record<RequirementsFormat, readonly string[]>> = {
  strictdoc: ["sdoc", ...markdown],
  openfasttrace: [...texts, ...code.split(",")],
  doorstop: ["yml", "yaml", ...markdown],
  "sphinx-needs": ["json"],
  reqif: ["reqif"],
};

const byEnding: Readonly<Record<string, ParseFile>> = {
  sdoc: parseStrictDoc,
  reqif: parseReqIf,
  json: parseSphinxNeeds,
  yml: parseDoorstop,
  yaml: parseDoorstop,
};

/** What stands in every file of the tool that has this ending: a folder may hold other data, too. */
const marks: Readonly<Record<string, RegExp>> = {
  json: /"needs"\s*:/,
  yml: /^active\s*:/m,
  yaml: /^active\s*:/m,
};

/** How a file is read; undefined for what lies in a folder and holds no items of any tool. */
export function parserFor(
  file: string,
  text: string,
  { format, path }: Pick<SourceEntry, "format" | "path">,
): ParseFile | undefined {
  if (isMarkdown(file)) return markdownParser(text, format);
  const ending = endingOf(file);
  if (ending === "rst" || asciiDoc.includes(ending)) return textParser(ending, text);
  if (format === "openfasttrace") return parseCodeTags;
  const isNamed = format !== undefined || file === path;
  if (!isNamed && marks[ending]?.test(text) === false) return undefined;
  // A file of another kind is named alone: what it holds can only be tags.
  return byEnding[ending] ?? parseCodeTags;
}

/** Texts that are no Markdown hold requirements of OpenFastTrace, or none. */
function textParser(ending: string, text: string): ParseFile | undefined {
  if (ending === "rst") return isOpenFastTrace(text) ? parseOpenFastTraceRst : undefined;
  return isOpenFastTraceAsciiDoc(text) ? parseOpenFastTraceAsciiDoc : undefined;
}

function markdownParser(
  text: string,
  format: RequirementsFormat | undefined,
): ParseFile | undefined {
  const may = (name: RequirementsFormat): boolean => format === undefined || format === name;
  if (may("openfasttrace") && isOpenFastTrace(text)) return parseOpenFastTrace;
  if (may("doorstop") && isDoorstopMarkdown(text)) return parseDoorstop;
  return may("strictdoc") && isStrictDocMarkdown(text) ? parseStrictDocMarkdown : undefined;
}
