// The program of the thread that makes the indexes of the search: pages come in, scripts go out.
import { parentPort } from "node:worker_threads";
import type { SearchedPage } from "#render/search/index-pages.ts";
import { searchWriter, type WordsByLanguage } from "#render/search/search-writer.ts";

/** What the thread is told: pages in their order, and at last the words. */
export type SearchMessage = readonly SearchedPage[] | { readonly words: WordsByLanguage };

const writer = searchWriter();

parentPort?.on("message", (message: SearchMessage) => {
  if ("words" in message) parentPort?.postMessage(writer.finish(message.words));
  else message.forEach(writer.add);
});
