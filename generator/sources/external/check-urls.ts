import type { UrlState } from "#model/links/outside-link.ts";
import { checkUrl, type CheckOptions } from "./check-url.ts";
import type { UrlCache } from "./url-cache.ts";

/** How many requests run at once, for all hosts and for one. */
const atOnce = 16;
const perHost = 2;

/** Asks for every address once, two at a time of one host; with fragments, for the page's anchors. */
export async function checkUrls(
  urls: ReadonlySet<string>,
  cache: UrlCache,
  options: CheckOptions,
): Promise<ReadonlyMap<string, UrlState>> {
  const pages = Map.groupBy(urls, (url) => url.replace(/#.*$/s, ""));
  const states = new Map<string, UrlState>();
  const queues = Map.groupBy(pages.keys(), hostOf);
  const lanes = [...queues.values()].flatMap((queue) => {
    const waiting = queue.values();
    return Array.from({ length: perHost }, () => waiting);
  });
  const ask = async (page: string): Promise<void> => {
    const needsAnchors = pages.get(page)?.some((url) => url.includes("#")) ?? false;
    const known = cache.get(page);
    const isEnough = known && (!needsAnchors || known.anchors !== undefined);
    const state = isEnough ? known : await checkUrl(page, { ...options, needsAnchors });
    cache.set(page, state);
    states.set(page, state);
  };
  const next = lanes.values();
  const work = async (): Promise<void> => {
    for (const lane of next) for (const page of lane) await ask(page);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  cache.save();
  return states;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : "");
