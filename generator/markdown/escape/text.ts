import { codeSpan } from "./code.ts";
import { trimmedLine, withoutHidden } from "./normalise.ts";

/**
 * Where text stands: in a paragraph, at the start of a line or list item, in a table cell, in a
 * heading, between the brackets of a link.
 */
export type TextContext = "text" | "line" | "cell" | "heading" | "link-text";

// What GFM turns into a link by itself, escaped or not. Code spans are the one thing it leaves alone.
// It takes `@scope/name@1.0.0` for an address from `name` on, which is no place to begin a code span.
const bareLink =
  /(?:https?|ftp):\/\/[^\s<]*|www\.[^\s<]*|(?<![\p{L}\p{N}._+-])(?:mailto:|xmpp:)?(?:@[\p{L}\p{N}._~-]+\/)?[\p{L}\p{N}._+-]+@[\p{L}\p{N}._-]*\.[\p{L}\p{N}._-]+/giu;
const mayHoldLink = /:\/\/|www\.|@/i;

/** Whether a forge would make a link out of something in the text by itself. */
export const hasBareLink = (text: string): boolean =>
  mayHoldLink.test(text) && withoutHidden(text).search(bareLink) >= 0;

const special = /[\\`*[\]<~$_&!]/;

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where a character stands, and whether nothing that follows the text can join its end. */
interface Around {
  readonly text: string;
  readonly at: number;
  readonly closed: boolean;
}

const entity = /^&#?[0-9a-z]+;/i;
const openEntity = /^&#?[0-9a-z]*$/i;

/** Characters that are markup only in some surroundings. */
const isMarkup: Readonly<Record<string, (around: Around) => boolean>> = {
  _: ({ text, at }) => !isWord(text[at - 1]) || !isWord(text[at + 1]),
  "&": ({ text, at, closed }) => {
    const rest = text.slice(at, at + 34);
    return entity.test(rest) || (!closed && openEntity.test(rest));
  },
  "!": ({ text, at, closed }) => !closed && at === text.length - 1,
};

const escapeCharacter = (character: string, around: Around): string =>
  isMarkup[character]?.(around) === false ? character : `\\${character}`;

const escapeInline = (text: string, closed: boolean): string =>
  special.test(text)
    ? text.replace(/[\\`*[\]<~$_&!]/g, (character, at: number) =>
        escapeCharacter(character, { text, at, closed }),
      )
    : text;

const lineMarker =
  /^(?:#{1,6}(?=[#\s]|$)|[-+](?=[-\s]|$)|>|=|:(?=-)|\||[.)](?=\s|$)|(\d{1,9})([.)])(?=\s|$))/;

const escapeLineStart = (text: string): string =>
  text.replace(lineMarker, (marker, digits?: string, point?: string) =>
    digits === undefined ? `\\${marker}` : `${digits}\\${point ?? ""}`,
  );

interface Spot {
  readonly context: TextContext;
  readonly first: boolean;
  readonly closed: boolean;
}

function escapePiece(text: string, { context, first, closed }: Spot): string {
  const inline = escapeInline(text, closed);
  if (context === "cell") return inline.replaceAll("|", "\\|");
  return context === "line" && first ? escapeLineStart(inline) : inline;
}

const trailing = /(?<![?!.,:*_~'")\]}>;])[?!.,:*_~'")\]}>;]+$/;

function escapeAroundLinks(text: string, context: TextContext, closed: boolean): string {
  let done = 0;
  let output = "";
  for (const match of text.matchAll(bareLink)) {
    const link = match[0].replace(trailing, "");
    const before = text.slice(done, match.index);
    output += escapePiece(before, { context, first: done === 0, closed: true });
    output += codeSpan(link, context === "cell");
    done = match.index + link.length;
  }
  return output + escapePiece(text.slice(done), { context, first: done === 0, closed });
}

/** Words in which nothing can be markup, wherever they stand: most values are. */
const plain =
  /^(?![\p{N}.)-]|.*www\.)(?:[\p{L}\p{N}.,;()/%'"-]|(?<=[\p{L}\p{N}])[_ ](?=[\p{L}\p{N}("']))+:?$/iu;

/**
 * Text as it reads, whatever is in it, in one line; a bare URL or address is shown as code. `closed`
 * says that no value, letter or bracket follows it directly.
 */
export function escapeText(value: string, context: TextContext, closed = false): string {
  if (plain.test(value)) return value;
  const text = trimmedLine(value);
  const escaped = mayHoldLink.test(text)
    ? escapeAroundLinks(text, context, closed)
    : escapePiece(text, { context, first: true, closed });
  return context === "heading" ? escaped.replace(/#+(?= *$)/, "\\$&") : escaped;
}
