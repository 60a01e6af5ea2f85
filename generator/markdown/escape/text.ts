import { codeSpan } from "./code.ts";
import { singleLine } from "./normalise.ts";

/**
 * Where text stands: in a paragraph, at the start of a line or list item, in a table cell, in a
 * heading, between the brackets of a link.
 */
export type TextContext = "text" | "line" | "cell" | "heading" | "link-text";

// What GFM turns into a link by itself, escaped or not. Code spans are the one thing it leaves alone.
const bareLink =
  /(?:https?|ftp):\/\/[^\s<]*|www\.[^\s<]*|(?:mailto:|xmpp:)?[\p{L}\p{N}._+-]+@[\p{L}\p{N}._-]*\.[\p{L}\p{N}._-]+/giu;
const mayHoldLink = /:\/\/|www\.|@/i;

/** Whether a forge would make a link out of something in the text by itself. */
export const hasBareLink = (text: string): boolean =>
  mayHoldLink.test(text) && text.search(bareLink) >= 0;

const special = /[\\`*[\]<~$_&!]/;

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

function escapeCharacter(character: string, text: string, at: number): string {
  if (character === "_") {
    return isWord(text[at - 1]) && isWord(text[at + 1]) ? character : "\\_";
  }
  if (character === "&") {
    return /^&#?[0-9a-z]*(?:;|$)/i.test(text.slice(at, at + 34)) ? "\\&" : character;
  }
  if (character === "!") return at === text.length - 1 ? "\\!" : character;
  return `\\${character}`;
}

const escapeInline = (text: string): string =>
  special.test(text)
    ? text.replace(/[\\`*[\]<~$_&!]/g, (c, at: number) => escapeCharacter(c, text, at))
    : text;

const lineMarker =
  /^(?:#{1,6}(?=[#\s]|$)|[-+](?=[-\s]|$)|>|=|:(?=-)|\||[.)](?=\s|$)|(\d{1,9})([.)])(?=\s|$))/;

const escapeLineStart = (text: string): string =>
  text.replace(lineMarker, (marker, digits?: string, point?: string) =>
    digits === undefined ? `\\${marker}` : `${digits}\\${point ?? ""}`,
  );

function escapePiece(text: string, context: TextContext, first: boolean): string {
  const inline = escapeInline(text);
  if (context === "cell") return inline.replaceAll("|", "\\|");
  return context === "line" && first ? escapeLineStart(inline) : inline;
}

const trailing = /[?!.,:*_~'")\]}>;]+$/;

function escapeAroundLinks(text: string, context: TextContext): string {
  let done = 0;
  let output = "";
  for (const match of text.matchAll(bareLink)) {
    const link = match[0].replace(trailing, "");
    output += escapePiece(text.slice(done, match.index), context, done === 0);
    output += codeSpan(link, context === "cell");
    done = match.index + link.length;
  }
  return output + escapePiece(text.slice(done), context, done === 0);
}

/** Text as it reads, whatever is in it, in one line; a bare URL or address is shown as code. */
export function escapeText(value: string, context: TextContext): string {
  const text = singleLine(value).replace(/^ | $/g, "");
  const escaped = mayHoldLink.test(text)
    ? escapeAroundLinks(text, context)
    : escapePiece(text, context, true);
  return context === "heading" ? escaped.replace(/#+(?= *$)/, "\\$&") : escaped;
}
