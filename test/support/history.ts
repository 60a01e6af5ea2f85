import type { Fact, Reference } from "#model/fact.ts";
import type { ItemAttributes, ItemKind } from "#model/item.ts";
import { readGit } from "#sources/git/read-git.ts";

/** Reads the history of a folder as the settings would ask for it: all of it, or some paths. */
export async function readHistory(root: string, ...paths: readonly string[]) {
  const entries = (paths.length === 0 ? ["."] : paths).map((path) => ({ path, foreign: false }));
  const { value, diagnostics } = await readGit({ root, entries });
  return {
    facts: value,
    codes: diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    commits: itemsOf(value, "commit"),
    releases: itemsOf(value, "release"),
    repository: itemsOf(value, "repository")[0],
    references: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : [])),
  };
}

/** What the facts say of the items of one kind. */
export const itemsOf = <Kind extends ItemKind>(facts: readonly Fact[], kind: Kind) =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === kind
      ? [fact.item.attributes as ItemAttributes[Kind]]
      : [],
  );

/** References as a message writes them. */
export const written = (references: readonly Reference[]): readonly string[] =>
  references.map(({ role, to }) => `${role} ${to}`);
