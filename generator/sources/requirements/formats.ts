import type { RequirementsFormat } from "#model/settings.ts";
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

/** How a file is read; undefined for Markdown that holds no items of any tool. */
export function parserFor(
  file: string,
  text: string,
  format: RequirementsFormat | undefined,
): ParseFile | undefined {
  if (isMarkdown(file)) return markdownParser(text, format);
  // Other texts are requirements when there are any in them, and no code that holds tags.
  if (endingOf(file) === "rst") return isOpenFastTrace(text) ? parseOpenFastTraceRst : undefined;
  if (asciiDoc.includes(endingOf(file))) {
    return isOpenFastTraceAsciiDoc(text) ? parseOpenFastTraceAsciiDoc : undefined;
  }
  if (format === "openfasttrace") return parseCodeTags;
  // A file of another kind is named alone: what it holds can only be tags.
  return byEnding[endingOf(file)] ?? parseCodeTags;
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
