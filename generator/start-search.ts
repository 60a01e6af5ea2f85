import type { OutputFile } from "#model/pages/page.ts";
import { type SearchedPage, searchWriter, type WordsByLanguage } from "#render/index.ts";
import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { SearchMessage } from "./search-thread.ts";

/** The search of a site in the making. */
export interface Search {
  /** Takes in the next page. */
  readonly add: (page: SearchedPage) => void;
  /** Writes the indexes of all pages that came in, in the languages of the words. */
  readonly finish: (words: WordsByLanguage) => Promise<readonly OutputFile[]>;
}

/** Below this a thread costs more time than it saves. */
const fewPages = 300;

/**
 * Makes the search of so many pages: the same files either way, in a thread of its own when the site
 * is large, so that indexes are made while pages are laid out and checked.
 */
export const startSearch = (pages: number): Search =>
  pages < fewPages ? searchHere() : searchInThread();

function searchHere(): Search {
  const writer = searchWriter();
  return {
    add: writer.add,
    finish: (words) => Promise.resolve(writer.finish(words).map(siteFile)),
  };
}

/** A message has a price of its own, and waiting for the first page has one too. */
const pagesInMessage = 32;

/** Pages are short-lived text: with as much as Node would take, no run is shorter. */
const youngMebibytes = 12;

function searchInThread(): Search {
  // Beside this file, as source and when it is built.
  const program = new URL(`./search-thread${extname(import.meta.url)}`, import.meta.url);
  const thread = new Worker(program, {
    resourceLimits: { maxYoungGenerationSizeMb: youngMebibytes },
  });
  // What goes wrong in the thread is thrown by `finish`.
  const answered = once(thread, "message");
  answered.catch(() => undefined);
  const send = (message: SearchMessage): void => thread.postMessage(message);
  let waiting: SearchedPage[] = [];
  return {
    add: (page) => {
      if (waiting.push(page) < pagesInMessage) return;
      send(waiting);
      waiting = [];
    },
    finish: async (words) => {
      send(waiting);
      send({ words });
      const [files] = (await answered) as [Parameters<typeof siteFile>[0][]];
      await thread.terminate();
      return files.map(siteFile);
    },
  };
}

const siteFile = ({ path, content }: Pick<OutputFile, "path" | "content">): OutputFile => ({
  path: `site/${path}`,
  target: "site",
  content,
});
