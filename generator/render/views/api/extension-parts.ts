import type { Extension } from "#model/extension.ts";

/** What an author added, as a page lists it: in words, as code, and in blocks when it is long. */
export interface ExtensionParts {
  readonly hasExtensions: boolean;
  readonly extensions: readonly {
    readonly name: string;
    readonly text: string;
    readonly code: string;
  }[];
  readonly extensionBlocks: readonly { readonly name: string; readonly text: string }[];
}

/** As much as reads well in a line of a list. */
const longest = 160;

export const extensionParts = (extensions: readonly Extension[] = []): ExtensionParts => ({
  hasExtensions: extensions.length > 0,
  extensions: extensions.filter(isShort).map(({ name, text }) => ({
    name,
    text: isData(text) ? "" : text,
    code: isData(text) ? text : "",
  })),
  extensionBlocks: extensions
    .filter((each) => !isShort(each))
    .map(({ name, text }) => ({ name, text: indented(text) })),
});

const isShort = ({ text }: Extension): boolean => text.length <= longest || !isData(text);

const isData = (text: string): boolean => /^[[{]/.test(text);

/** Of a value that was too long to keep, the beginning is as it was written. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** `x-unit: km`, in a line beside what it is about; of a long value the beginning. */
export const extensionNotes = (extensions: readonly Extension[] = []): readonly string[] =>
  extensions.map(({ name, text }) =>
    text.length > longest
      ? `${name}: ${text.slice(0, longest).toWellFormed()} …`
      : `${name}: ${text}`,
  );
