import type { Redirect } from "#model/links/redirect.ts";
import type { ListedPage } from "../inventory.ts";

/** What of an earlier inventory tells which addresses readers have. */
export interface PublishedInventory {
  readonly pages: readonly Omit<ListedPage, "title">[];
  readonly redirects: readonly Redirect[];
}

/** Before the first site was published. */
export const nothingPublished: PublishedInventory = { pages: [], redirects: [] };

/** Reads an `inventory.json`; `undefined` when the text is none. Anybody may have edited it. */
export function parseInventory(text: string): PublishedInventory | undefined {
  const { version, pages, redirects = [] } = objectOf(text);
  if (version !== 1 || !Array.isArray(pages) || !Array.isArray(redirects)) return undefined;
  return pages.every(isPage) && redirects.every(isRedirect) ? { pages, redirects } : undefined;
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const isText = (value: unknown): value is string => typeof value === "string";
const mayBeText = (value: unknown): boolean => value === undefined || isText(value);

function isPage(value: unknown): value is PublishedInventory["pages"][number] {
  const { path, anchors, language, subject, source } = (value ?? {}) as Record<string, unknown>;
  const isListed = isText(path) && isInside(path) && Array.isArray(anchors);
  return isListed && anchors.every(isText) && [language, subject, source].every(mayBeText);
}

function isRedirect(value: unknown): value is Redirect {
  const { from, to } = (value ?? {}) as Record<string, unknown>;
  return isText(from) && isInside(from) && isText(to) && (isInside(to) || /^https?:/.test(to));
}

/** A redirect is written at the old path: one that left the site would be written elsewhere. */
const isInside = (path: string): boolean =>
  /\.(?:md|html)$/.test(path) &&
  !/[\\\u0000-\u001f:*?"<>|]/.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
