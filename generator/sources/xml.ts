import { SyntaxValidator } from "fast-xml-validator";
import { type X2jOptions, XMLParser } from "fast-xml-parser";

/** Parsed XML, or why it is none, and where. */
export type ParsedXml =
  | { readonly value: unknown }
  | { readonly reason: string; readonly line?: number; readonly column?: number };

/** What stands before the name of an attribute. */
export const attributePrefix = "@";

/** Parses XML of others: a document that declares entities is refused, for they can grow without end. */
export function parseXml(text: string, options: X2jOptions = {}): ParsedXml {
  const declared = text.indexOf("<!DOCTYPE");
  if (declared >= 0) return { reason: "a document type declaration", ...placeOf(text, declared) };
  try {
    SyntaxValidator.validate(text);
    return { value: parser(options).parse(text) as unknown };
  } catch (error) {
    const { message, line, col } = error as Error & { line?: number; col?: number };
    return {
      reason: message.replace(/\.$/, ""),
      ...(line !== undefined && { line }),
      ...(col !== undefined && { column: col }),
    };
  }
}

const parser = (options: X2jOptions): XMLParser =>
  new XMLParser({
    attributeNamePrefix: attributePrefix,
    htmlEntities: true,
    ignoreAttributes: false,
    parseAttributeValue: false,
    parseTagValue: false,
    ...options,
  });

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The elements of one name: none, one or a list, as the parser gives them. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
