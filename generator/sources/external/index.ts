/** Addresses on the web, asked for when somebody wants it. */
export { checkUrls } from "./check-urls.ts";
export { openUrlCache } from "./url-cache.ts";
