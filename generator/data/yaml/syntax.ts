import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { SyntaxProblem } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { type Document, type ErrorCode, isCollection, isScalar, visit, type YAMLError } from "yaml";

type Place = (offset: number) => Location;

/** What the parser complains of, in our words: each repeated key, and the first breach of syntax. */
export function explainSyntax(
  document: Document.Parsed,
  source: string,
  place: Place,
): readonly Diagnostic[] {
  const { errors } = document;
  const repeated = errors.filter(({ code }) => code === "DUPLICATE_KEY");
  // One slip makes the parser stumble again and again; only what it says first is about the slip.
  const first = errors.find(isUnclosed) ?? errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return [...repeated, ...(first ? [first] : [])].map((error) =>
    explain(error, { document, source, place }),
  );
}

/** Whether the parser gave up because of the depth of the document. */
export const isExhausted = ({ errors }: Document.Parsed): boolean =>
  errors.some(({ code }) => code === "RESOURCE_EXHAUSTION");

interface Surroundings {
  readonly document: Document.Parsed;
  readonly source: string;
  readonly place: Place;
}

function explain(error: YAMLError, { document, source, place }: Surroundings): Diagnostic {
  const [start, end] = error.pos;
  const length = error.code === "BAD_DQ_ESCAPE" ? 2 : end - start;
  const found = source.slice(start, start + length).split("\n")[0] ?? "";
  if (error.code === "DUPLICATE_KEY") {
    const key = /^["']?(.*?)["']?\s*(?::|$)/.exec(lineFrom(source, start))?.[1] ?? "";
    return diagnose("data/duplicate-key", { key }, { location: place(start), target: key });
  }
  if (error.code === "MULTIPLE_DOCS") {
    return diagnose("data/several-documents", {}, { location: place(start) });
  }
  const opening = isUnclosed(error) ? openingBefore(document, source, start) : undefined;
  if (opening !== undefined) {
    const mark = source.charAt(opening);
    const problem = openings[mark] ?? "unexpected";
    return diagnose("data/not-yaml", { problem, found: code(mark) }, { location: place(opening) });
  }
  const problem = problemOf(error);
  return diagnose("data/not-yaml", { problem, found: code(found) }, { location: place(start) });
}

const code = (text: string): string => {
  const shown = text.trim().slice(0, 40);
  if (shown === "") return "";
  return shown.includes("`") ? `\`\` ${shown} \`\`` : `\`${shown}\``;
};

const lineFrom = (source: string, offset: number): string =>
  source.slice(offset).split("\n")[0] ?? "";

const openings: Readonly<Record<string, SyntaxProblem>> = {
  '"': "unclosed-quote",
  "'": "unclosed-quote",
  "[": "unclosed-list",
  "{": "unclosed-mapping",
};

const isUnclosed = ({ message }: YAMLError): boolean =>
  /^(Missing closing|Flow (map|sequence) .*end with a)/.test(message);

/** The innermost quote or bracket that is still open where the parser missed its end. */
function openingBefore(document: Document.Parsed, source: string, end: number): number | undefined {
  let opening: number | undefined;
  visit(document, (_, node) => {
    const range = isScalar(node) || isCollection(node) ? node.range : undefined;
    if (range?.[1] !== end || openings[source.charAt(range[0])] === undefined) return;
    opening = Math.max(opening ?? 0, range[0]);
  });
  return opening;
}

const byCode: Partial<Record<ErrorCode, SyntaxProblem>> = {
  ALIAS_PROPS: "properties",
  BAD_ALIAS: "properties",
  BAD_DIRECTIVE: "directive",
  BAD_DQ_ESCAPE: "bad-escape",
  BAD_INDENT: "indentation",
  BAD_PROP_ORDER: "properties",
  BAD_SCALAR_START: "bad-start",
  BLOCK_AS_IMPLICIT_KEY: "two-colons",
  BLOCK_IN_FLOW: "block-in-brackets",
  KEY_OVER_1024_CHARS: "long-key",
  MULTILINE_IMPLICIT_KEY: "long-key",
  MULTIPLE_ANCHORS: "properties",
  MULTIPLE_TAGS: "properties",
  TAB_AS_INDENT: "tab",
};

/** One code of the parser stands for whatever is missing; its words tell which. */
const missing: readonly (readonly [RegExp, SyntaxProblem])[] = [
  [/^Implicit map keys/, "no-colon"],
  [/^Missing , (or : )?between/, "no-comma"],
  [/space/, "no-space"],
  [/directives-end/, "directive"],
  [/without - indicator/, "indentation"],
];

function problemOf({ code, message }: YAMLError): SyntaxProblem {
  if (code !== "MISSING_CHAR") return byCode[code] ?? "unexpected";
  return missing.find(([pattern]) => pattern.test(message))?.[1] ?? "unexpected";
}
