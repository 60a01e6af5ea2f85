import type { Fact } from "#model/fact.ts";
import type { Item, ItemKind } from "#model/item.ts";
import { readGit } from "#sources/git/read-git.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { corpora } from "../support/corpora.ts";
import { pagesOf } from "../support/pages.ts";
import { rebuildRepository } from "../support/rebuilt-repository.ts";

const itemsOf = <Kind extends ItemKind>(facts: readonly Fact[], kind: Kind) =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === kind ? [fact.item as Item<Kind>] : [],
  );

async function read(name: string) {
  const repository = rebuildRepository(join(corpora ?? "", "git", name, "log.ndjson"));
  const entries = [{ path: ".", foreign: false }];
  const { value: facts } = await readGit({ root: repository.folder, entries });
  return { ...repository, facts, commits: itemsOf(facts, "commit") };
}

/** The pages of releases and months, and what each says that it holds. */
function releasePages(facts: readonly Fact[]) {
  const { pages, codes } = pagesOf(facts, "en");
  const releases = Object.entries(pages).filter(([path]) => /^changelog\/(?:rel|mon)/.test(path));
  return { index: pages["changelog/index.md"]!, releases, codes };
}

describe.skipIf(corpora === undefined)("real histories", () => {
  test.each([
    // One commit of its log has no descendant in the newest one.
    ["bertel", 1724],
    ["conventional-changelog", 1907],
    ["supabase-auth", 2395],
  ])("every commit of %s is shown once, and the counts add up", async (name, total) => {
    const { facts, commits } = await read(name);
    const { releases, codes } = releasePages(facts);
    expect(codes).toEqual([]);
    expect(commits).toHaveLength(total);
    const anchors = releases.flatMap(([, text]) => text.match(/<a id="commit-[0-9a-f]+"/g) ?? []);
    expect(anchors).toHaveLength(total);
    expect(new Set(anchors).size).toBe(total);
    const sums = releases.map(([path, text]) => {
      const [, all = "", sum = ""] = /^Commits: ([\d,]+) = (.*?)\.(?: |$)/m.exec(text) ?? [];
      const numbers = (sum.match(/[\d,]+/g) ?? []).map(toNumber);
      expect(
        numbers.reduce((a, b) => a + b, 0),
        path,
      ).toBe(toNumber(all));
      return toNumber(all);
    });
    expect(sums.reduce((a, b) => a + b, 0)).toBe(total);
  });

  test("supabase/auth has the versions and entries of the changelog that release-please wrote", async () => {
    const { facts, nameOf } = await read("supabase-auth");
    const { releases } = releasePages(facts);
    const pages = new Map(releases);
    const text = readFileSync(join(corpora ?? "", "git/supabase-auth/CHANGELOG.md"), "utf8");
    const theirs = releasePleaseEntries(text);
    expect(new Set(theirs.map(({ version }) => version)).size).toBe(81);
    expect(theirs).toHaveLength(449);
    const missing = theirs.flatMap(({ version, section, commit }) => {
      const name = (nameOf.get(commit) ?? commit).slice(0, 12);
      const page = pages.get(`changelog/releases/v${version}.md`) ?? "";
      const listed = sectionsOf(page).get(section) ?? "";
      return listed.includes(`\`${name}\``) ? [] : [`${version} ${section} ${commit.slice(0, 7)}`];
    });
    expect(missing).toEqual([
      // Neither the tag nor its one commit is in the history of the main branch.
      "2.165.1 Fixes 7907b56",
      // The fix and its revert are in one release: here they cancel each other out.
      "2.139.2 Fixes 2d20729",
      "2.139.2 Reverts ff86849",
    ]);
    const known = new Set(
      theirs.map(({ version, commit }) => `${version} ${(nameOf.get(commit) ?? "").slice(0, 12)}`),
    );
    const extra = [...new Set(theirs.map(({ version }) => version))].flatMap((version) => {
      const sections = sectionsOf(pages.get(`changelog/releases/v${version}.md`) ?? "");
      return ["Features", "Fixes", "Reverts"]
        .flatMap((title) => (sections.get(title) ?? "").split("\n"))
        .filter((line) => line.startsWith("- "))
        .filter((line) => !known.has(`${version} ${/\(`([0-9a-f]{12})`\)/.exec(line)?.[1] ?? ""}`))
        .map((line) => `${version} ${line.replace(/<.*?>/g, "").slice(2, 40)}`);
    });
    expect(extra).toEqual([
      // What a squashed commit says in its body, and what release-please could not parse.
      "2.169.0 update OpenAPI schema to use 'minimum'",
      "2.158.1 expose factor type on challenge (#1709",
      "2.155.0 return proper error message when inval",
    ]);
  });

  test("the packages of conventional-changelog have their own versions", async () => {
    const { facts, commits } = await read("conventional-changelog");
    const tags = itemsOf(facts, "release").map(({ attributes }) => attributes);
    expect(tags).toHaveLength(861);
    expect(tags.filter(({ version }) => version === undefined)).toEqual([]);
    expect(new Set(tags.map((tag) => tag.package)).size).toBe(24);
    expect(itemsOf(facts, "repository")[0]!.attributes.nextTag).toBeUndefined();
    expect(commits.every(({ attributes }) => attributes.release !== undefined)).toBe(true);
  });

  test("a French history without a tag is divided into months", async () => {
    const { facts } = await read("bertel");
    const { index, releases } = releasePages(facts);
    expect(releases).toHaveLength(8);
    expect(index).toContain("| [August 2026](months/2026-08.md) | — | 45 | 12 | 18 | 0 |");
    expect(Object.fromEntries(releases)["changelog/months/2026-07.md"]).toContain(
      "vue liste — sections labellisés / actions compatibles",
    );
  });
});

/** A section of a page by its title. */
const sectionsOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page.split("\n## ").map((part): [string, string] => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end)];
    }),
  );

const ourTitles: Readonly<Record<string, string>> = {
  Features: "Features",
  "Bug Fixes": "Fixes",
  Reverts: "Reverts",
};

function releasePleaseEntries(text: string) {
  const entries: { version: string; section: string; commit: string }[] = [];
  let [version, section] = ["", ""];
  for (const line of text.split("\n")) {
    version = /^## \[([\d.]+)\]/.exec(line)?.[1] ?? version;
    section = line.startsWith("### ") ? ourTitles[line.slice(4)]! : section;
    const commit = /\/commit\/([0-9a-f]{40})\)/.exec(line)?.[1];
    if (line.startsWith("* ") && commit !== undefined) entries.push({ version, section, commit });
  }
  return entries;
}

const toNumber = (text: string): number => Number(text.replaceAll(",", ""));
