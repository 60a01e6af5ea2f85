import type { AuthoredPage } from "#markdown/index.ts";

/** What a page shows below its title: with the opening heading when that says something else. */
export function pageBody(page: AuthoredPage, text: string, title: string): AuthoredPage["body"] {
  if (page.title === undefined || page.title === title) return page.body;
  const lines = text.split("\n");
  const above = page.frontMatter === undefined ? 0 : endOfFrontMatter(lines);
  const first = lines.findIndex((line, at) => at >= above && line.trim() !== "");
  return { text: lines.slice(first).join("\n"), line: first + 1 };
}

const endOfFrontMatter = (lines: readonly string[]): number =>
  lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line)) + 1;
