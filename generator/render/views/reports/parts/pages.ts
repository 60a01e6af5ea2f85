import type { LinkText, PageContext } from "../../../view.ts";

/** Links to the pages of reports that are lists, for the page that leads to them. */
export const reportPages = (context: PageContext): readonly LinkText[] =>
  context.pages
    .filter(({ path }) => /^(reports|matrices)\/[^/]+$/.test(path))
    .filter(({ path }) => path !== "reports/programme.md")
    .map(({ path, title }) => context.linkPage(path, title));
