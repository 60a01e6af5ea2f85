import { encodeAttribute } from "../entities.ts";
import { singleLine } from "./normalise.ts";

/** For the value of an HTML attribute, between quotes. */
export const escapeAttribute = (value: string): string => encodeAttribute(singleLine(value).trim());

const references = (text: string): string =>
  text.replace(/[&<>"'`|*_[\]~\\$]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** For text between HTML tags: nothing in it is markup, neither of HTML nor of Markdown. */
export const escapeHtml = (value: string): string => references(singleLine(value));

/** For an HTML comment, which it cannot end. */
export const escapeComment = (value: string): string =>
  singleLine(value)
    .replace(/-(?=-|>|$)/g, "- ")
    .replace(/[<>]/g, references);
