import type { Page } from "#model/pages/page.ts";
import type { Words } from "../../view.ts";
import { escapeHtml } from "../escape-html.ts";
import type { SiteInput } from "../site.ts";
import { type ShellSource, sourceOf } from "../sources.ts";

/** A heading that stands for an item, and a row of a table. */
const blocks =
  /<h([2-6])[^>]*><a id="(?<heading>[^"]*)"><\/a>[\s\S]*?<\/h\1>|<tr>\n<td[^>]*><a id="(?<row>[^"]*)"><\/a>[\s\S]*?<\/tr>/g;

/** A line that a page names. */
const placeInCode = /<code>([^<]*:\d+)<\/code>/g;

/**
 * Says where each item of a page comes from, at its heading or in its row, when it can be seen there:
 * the line, and which commit changed its file last. What the page says itself is not said again.
 */
export function withItemOrigins(
  html: string,
  { places = [], language }: Page,
  { input, words }: { readonly input: SiteInput; readonly words: Words },
): string {
  if (places.length === 0 || input.repositoryUrl === undefined) return html;
  const known = new Map(
    places.map(({ anchor, location }) => [escapeHtml(anchor), sourceOf(location, language, input)]),
  );
  const said = new Set(Array.from(html.matchAll(placeInCode), ([, place]) => place));
  return html.replace(blocks, (block: string, ...found: unknown[]) => {
    const { heading, row } = found.at(-1) as { readonly heading?: string; readonly row?: string };
    const source = known.get(heading ?? row ?? "");
    if (source === undefined) return block;
    if (heading === undefined) {
      return block.includes(' class="place"') ? block : inRow(block, source, words);
    }
    return said.has(escapeHtml(source.title)) ? block : block + belowHeading(source, words);
  });
}

const belowHeading = ({ title, href, change }: ShellSource, words: Words): string =>
  `\n<p class="from">${words("site.source")}: <a href="${escapeHtml(href)}"><code>${escapeHtml(title)}</code></a>${change === "" ? "" : ` · ${words("site.changed")} ${escapeHtml(change)}`}</p>`;

/** A sign that is seen when the row is pointed at, for a column of them would be all that is seen. */
function inRow(block: string, { title, href, change }: ShellSource, words: Words): string {
  const place = `${words("site.source")}: ${title}`;
  const said = change === "" ? place : `${place} · ${words("site.changed")} ${change}`;
  return block.replace(
    "</td>",
    ` <a class="from" href="${escapeHtml(href)}" title="${escapeHtml(said)}" aria-label="${escapeHtml(place)}"></a></td>`,
  );
}
