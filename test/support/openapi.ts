import type { Diagnostic } from "#diagnostics/index.ts";
import type { Fact, Reference } from "#model/fact.ts";
import type { Item, ItemKind } from "#model/item.ts";
import { openapi } from "#sources/openapi/index.ts";
import { temporaryFolder } from "./folder.ts";

export interface Read {
  readonly facts: readonly Fact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly ids: readonly string[];
  readonly item: <Kind extends ItemKind>(kind: Kind, name: string) => Item<Kind>;
  readonly links: (from: string) => readonly Reference[];
  /** `file:line code`, for each diagnostic that is more than information. */
  readonly findings: readonly string[];
}

/** What the source says of entries in a folder. */
export async function readIn(
  root: string,
  paths: readonly string[],
  foreign = false,
): Promise<Read> {
  const entries = paths.map((path) => ({ path, foreign }));
  const { value: facts, diagnostics } = await openapi({ root, entries });
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  return {
    facts,
    diagnostics,
    ids: items.map(({ id }) => id),
    item: (kind, name) => items.find(({ id }) => id === `${kind}:${name}`) as never,
    links: (from) =>
      facts.flatMap((fact) =>
        fact.fact === "reference" && fact.reference.from === from ? [fact.reference] : [],
      ),
    findings: diagnostics
      .filter(({ severity }) => severity !== "info")
      .map(({ file, line, code }) => `${String(file)}:${String(line)} ${code}`),
  };
}

/** The same for files made for the test; every file is an entry unless `paths` says which. */
export const readFiles = (
  files: Readonly<Record<string, string>>,
  paths: readonly string[] = Object.keys(files),
): Promise<Read> => readIn(temporaryFolder(files), paths);

/** A document that has what every document needs, and `rest`. */
export const yamlDocument = (rest: string, version = "3.1.0"): string =>
  `openapi: ${version}\ninfo:\n  title: Catálogo\n  version: "1"\n${rest}`;
