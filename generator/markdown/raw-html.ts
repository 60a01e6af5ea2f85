import { type Attribute, readTags } from "./html/tags.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(
  attribute: Attribute,
  { html, start, source }: { html: string; start: Place; source: () => string },
): Place {
  const lines = html.slice(0, attribute.start).split("\n");
  const last = lines.at(-1) ?? "";
  if (lines.length === 1) return { line: start.line, column: start.column + last.length };
  // The prefixes of quotes and lists are not in the value: the line of the source has them.
  const line = start.line + lines.length - 1;
  const written = html.slice(attribute.start, attribute.end);
  const found = (source().split("\n")[line - 1] ?? "").indexOf(written, last.length);
  return { line, column: (found < 0 ? last.length : found) + 1 };
}

/** Where the links of one piece of raw HTML are written, which begins at `start` of the source. */
export const placesInRawHtml = (
  html: string,
  start: Place,
  source: () => string,
): readonly { readonly url: string; readonly place: Place }[] =>
  readTags(html)
    .flatMap((tag) => tag.attributes)
    .filter(({ name }) => name === "href" || name === "src")
    .map((attribute) => ({
      url: attribute.value,
      place: placeOf(attribute, { html, start, source }),
    }));
