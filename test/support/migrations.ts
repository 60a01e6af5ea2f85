import type { Diagnostic } from "#diagnostics/index.ts";
import { buildGraph } from "#graph/index.ts";
import type { Fact } from "#model/fact.ts";
import type { Graph } from "#model/graph.ts";
import type { Item, ItemId, ItemKind } from "#model/item.ts";
import type { SourceEntry } from "#model/settings.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import { readSql } from "#sources/sql/index.ts";
import { temporaryFolder } from "./folder.ts";

/** What a set of migrations says. */
export interface Replayed {
  readonly facts: readonly Fact[];
  readonly graph: Graph;
  readonly diagnostics: readonly Diagnostic[];
  readonly item: <Kind extends ItemKind>(kind: Kind, name: string) => Item<Kind> | undefined;
  readonly names: (kind: ItemKind) => readonly string[];
  /** The ids that an item leads to by one role. */
  readonly targets: (from: ItemId, role: LinkRole) => readonly string[];
  /** `severity code file:line:column`, of all that was said while reading and linking. */
  readonly said: readonly string[];
}

/** Reads migrations as a project would that keeps them in `migrations/`. */
export async function replay(
  files: Readonly<Record<string, string>> | string,
  options: boolean | Partial<SourceEntry> = false,
): Promise<Replayed> {
  const written = typeof files === "string" ? { "0001.sql": files } : files;
  const root = temporaryFolder(
    Object.fromEntries(Object.entries(written).map(([name, text]) => [`migrations/${name}`, text])),
  );
  const { value: facts, diagnostics } = await readSql({
    root,
    entries: [
      {
        path: "migrations",
        ...(typeof options === "boolean" ? { foreign: options } : { foreign: false, ...options }),
      },
    ],
  });
  const graph = buildGraph(facts);
  const all = [...diagnostics, ...graph.diagnostics];
  const items = [...graph.value.items.values()];
  return {
    facts,
    graph: graph.value,
    diagnostics: all,
    item: (kind, name) => graph.value.items.get(`${kind}:${name}`) as never,
    names: (kind) => items.filter((item) => item.kind === kind).map(({ id }) => nameOf(id)),
    targets: (from, role) =>
      (graph.value.outgoing.get(from) ?? [])
        .filter((link) => link.role === role)
        .map(({ target }) => target ?? "nothing"),
    said: all.map(({ severity, code, file, line, column }) =>
      [severity, code, [file, line, column].filter((part) => part !== undefined).join(":")].join(
        " ",
      ),
    ),
  };
}

const nameOf = (id: ItemId): string => id.slice(id.indexOf(":") + 1);
