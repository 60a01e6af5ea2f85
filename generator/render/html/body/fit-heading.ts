import { attributeOf, withBreaks } from "../escape-html.ts";
import { markMethod } from "./badges.ts";
import type { PlainAnchors } from "./plain-anchors.ts";

/** A heading as the engine writes it; `id` is the attribute as it stands there, or nothing. */
interface WrittenHeading {
  readonly depth: string;
  readonly id: string;
  readonly content: string;
}

/** A heading with a link to itself, which also answers to its anchor without accents. */
export function fitHeading(
  { depth, id, content }: WrittenHeading,
  plainOf: PlainAnchors,
  label: string,
): string {
  const open = `<h${depth}${id}>`;
  const marked = markMethod(content);
  // Names alone, such as paths: what has tags in it is left as it is.
  const shown = marked.includes("<") ? marked : withBreaks(marked);
  const ofWords = / id="([^"]*)"/.exec(id)?.[1];
  // The anchor that a template wrote is meant to last; the id made of the words is not.
  const target = /<a id="([^"]*)">/.exec(content)?.[1] ?? ofWords;
  if (depth === "1" || target === undefined) return `${open}${shown}</h${depth}>`;
  const plain = ofWords === undefined ? undefined : plainOf(ofWords);
  const alias = plain === undefined ? "" : ` id="${plain}"`;
  const link = `<a class="anchor"${alias} href="#${encodeFragment(target)}" aria-label="${attributeOf(label)}">#</a>`;
  return `${open}${shown} ${link}</h${depth}>`;
}

/** An id, escaped as HTML, as a fragment of a link. */
const encodeFragment = (id: string): string => id.replaceAll("%", "%25").replaceAll(" ", "%20");
