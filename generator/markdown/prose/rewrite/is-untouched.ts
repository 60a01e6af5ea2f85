import { deepest } from "../is-plain.ts";

const word = String.raw`[\p{L}\p{N} \t,.;:?'"()%/=+#&@|{}>*_~^-]|!(?!\[)|\\[!-/:-@[-\x60{-~]`;
const code = "(?<!`)`[^`\\n]+`(?!`)";
const label = String.raw`(?:[\p{L}\p{N} ,.;?'"()%/=+#&@*_-]|:(?!//)|${code})+`;
/** Out of the project, by an address in which nothing needs to be encoded. */
const link = String.raw`\[${label}\]\(https?://[\w./?#=&%~:@+,;-]+\)`;
/** Nothing that begins a block. */
const start = String.raw`(?:[\p{L}("']|\*\*(?=\p{L})|${code}|${link})`;
const line = `${start}(?:${word}|${code}|${link})*`;
const lines = new RegExp(String.raw`^${line}(?:\n(?:[ \t]*\n)*${line})*$`, "u");

/** Schemes by which forges make links that no page may follow. */
const otherScheme = /(?<!https?):\/\/|xmpp:/i;

const longest = 10_000;

/**
 * Whether a text is paragraphs that are the same on every page: with code, emphasis and links out of
 * the project, and nothing else. Most texts are, and it is known without an engine.
 */
export const isUntouched = (text: string): boolean =>
  text.length < longest &&
  lines.test(text) &&
  !otherScheme.test(text) &&
  (text.match(/[*_~]/g) ?? []).length < deepest;
