import { buildGraph } from "#graph/index.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import type { Graph } from "#model/graph.ts";
import { type Item, type ItemAttributes, type ItemId, itemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { Quorum } from "#model/evidence.ts";
import type { ProgrammeItems } from "#model/programme/items.ts";

/** A small graph, item by item; names of others in the attributes become references. */
export interface GraphBuilder {
  readonly facts: readonly Fact[];
  readonly with: (...items: readonly Item[]) => GraphBuilder;
  readonly linking: (from: ItemId, role: LinkRole, to: string) => GraphBuilder;
  readonly build: () => Graph;
}

export const aGraph = (facts: readonly Fact[] = []): GraphBuilder => ({
  facts,
  with: (...items) =>
    aGraph([...facts, ...items.flatMap((item) => [itemFact(item), ...referencesOf(item)])]),
  linking: (from, role, to) =>
    aGraph([...facts, referenceFact({ from, role, to, location: { file: "links.yaml" } })]),
  build: () => buildGraph(facts).value,
});

const roleOfKey: Readonly<Record<string, LinkRole>> = {
  programme: "part-of",
  parent: "part-of",
  stage: "part-of",
  of: "assesses",
  subject: "measures",
  owner: "owned-by",
  owners: "owned-by",
  deciders: "owned-by",
  support: "supported-by",
  needs: "needs",
  outputs: "delivers",
};

const referencesOf = ({ id, attributes, location }: Item): readonly Fact[] =>
  Object.entries(attributes).flatMap(([key, value]: [string, unknown]) => {
    const role = roleOfKey[key];
    if (role === undefined) return [];
    const names = [value].flat().filter((name) => typeof name === "string" && name !== "");
    return names.map((to) => referenceFact({ from: id, role, to: to as string, location }));
  });

/** One role that has to sign a gate. */
export const quorum = (role: string, rules: Partial<Quorum> = {}): Quorum => ({
  role,
  min: 1,
  required: true,
  principals: [],
  veto: false,
  notAuthors: false,
  ...rules,
});

let line = 0;

/** A programme item with what its kind cannot do without; each stands on a line of its own. */
export function item<Kind extends keyof ProgrammeItems>(
  kind: Kind,
  name: string,
  attributes: Partial<ItemAttributes[Kind]> & { readonly text?: string } = {},
): Item {
  const { text, ...own } = attributes;
  const location = { file: "data/programa.yaml", line: ++line };
  return {
    kind,
    id: itemId(kind, name),
    title: `${kind} ${name}`,
    location,
    ...(text !== undefined && { description: { text, location } }),
    attributes: { ...required[kind], ...own },
  } as unknown as Item;
}

const required: { readonly [Kind in keyof ProgrammeItems]: ProgrammeItems[Kind] } = {
  programme: {},
  member: { role: "papel", aliases: [], responsibilities: [], answersFor: [] },
  stage: { order: 1, status: "planned", metrics: [], escalation: [] },
  axis: { stage: "", order: 1 },
  "work-item": { stage: "", owner: "", support: [], status: "planned", needs: [], outputs: [] },
  artefact: { state: "planned" },
  deliverable: { stage: "", order: 1, document: "d.md", owner: "", purpose: "", state: "missing" },
  checkpoint: { stage: "", order: 1, date: "2026-02-14", action: "" },
  criterion: { of: "", accepts: ["measured"], waivable: false },
  sync: {
    order: 1,
    start: "2026-02-07T10:00:00Z",
    status: "scheduled",
    agenda: [],
    invited: [],
    present: [],
    absent: [],
    discussion: [],
    preparation: [],
  },
  decision: { status: "accepted", by: [] },
  action: { owner: "", status: "open" },
  blocker: { level: 1, status: "open" },
  risk: { severity: "medium", mitigation: "m" },
  measurement: { metric: "m", value: 1, unit: "", grade: "measured" },
  gate: {
    stage: "",
    deciders: [],
    signatures: [],
    requires: { gates: [], checkpoints: [] },
    scope: { include: [], exclude: [] },
    waivers: [],
  },
  activity: { stage: "", start: "2026-02-07", owners: [], steps: [], maintenanceWindow: false },
  checklist: { use: "work", entries: [] },
  document: { path: "d.md", readers: [], state: "missing" },
  requirement: { statement: "s", status: "accepted" },
  matrix: { rows: {}, layout: "list", show: "all", columns: [], severity: "error" },
  notification: { date: "2026-02-06", audience: [], done: [], asks: [] },
  scenario: { order: 1, size: "S", resources: [] },
  conflict: { subject: "", field: "f", values: [] },
};
