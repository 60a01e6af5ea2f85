import axe from "axe-core";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "playwright-core";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What breaks the rules on an open page, as `rule: where`. */
export async function violations(
  page: Page,
  tags: readonly string[] = rules,
): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"], preload: false }).then(
      ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target)))`,
  );
}

/** The pages above all others, and one of each folder below them: every template, in one language. */
export function onePerTemplate(site: string): readonly string[] {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && !path.startsWith("en/"))
    .sort();
  const top = pages.filter((path) => path.split("/").length < 3);
  const below = Map.groupBy(
    pages.filter((path) => path.split("/").length >= 3),
    dirname,
  );
  return [...top, ...[...below.values()].flatMap((group) => group.slice(0, 1))];
}
