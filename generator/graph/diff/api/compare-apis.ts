import { type ApiChange, apiEffects } from "#model/api/change.ts";
import type { ApiVersion } from "#model/api/version.ts";
import { compareOperation } from "./compare-operation.ts";
import { type Comparing, type Found, keyOf, report } from "./comparing.ts";
import { matchOperations } from "./match-operations.ts";
import { compareNamed } from "./schema/compare-schema.ts";
import { same } from "./schema/same.ts";
import { usersOf } from "./users.ts";

/** More pairs of schemas than any document of people has. */
const mostPairs = 2_000_000;

/**
 * What became of an API between two versions of its documents, the worst first. A document is told
 * by its title; the only one of each side is the same, whatever it is called.
 */
export function compareApis(
  before: readonly ApiVersion[],
  after: readonly ApiVersion[],
  asOf?: string,
): readonly ApiChange[] {
  const [only, ...more] = after;
  const [former, ...others] = before;
  if (only && former && more.length + others.length === 0) {
    return sorted(compareDocument(former, only, asOf));
  }
  const titles = new Set([...before, ...after].map(({ title }) => title));
  const isOne = titles.size === 1;
  return sorted(
    [...titles].flatMap((title) => {
      const [was, is] = [before, after].map((side) => side.find((each) => each.title === title));
      const changes = compareDocument(was ?? nothing, is ?? nothing, asOf);
      return isOne ? changes : changes.map((each) => ({ document: title, ...each }));
    }),
  );
}

/** What a document is that is not there. */
const nothing: ApiVersion = {
  title: "",
  version: "",
  schemas: new Map(),
  operations: [],
  securitySchemes: new Map(),
  servers: [],
  locate: () => undefined,
};

/** A named schema is compared once for each way it travels, however many operations use it. */
function compareDocument(
  before: ApiVersion,
  after: ApiVersion,
  asOf: string | undefined,
): readonly ApiChange[] {
  const comparing: Comparing = {
    before,
    after,
    ...(asOf !== undefined && { asOf }),
    changes: [],
    pending: [],
    users: new Map(),
    left: mostPairs,
  };
  for (const match of matchOperations(before, after)) compareOperation(comparing, match);
  comparePending(comparing);
  compareUnused(comparing);
  compareOverall(comparing);
  return joined(comparing);
}

function comparePending(comparing: Comparing): void {
  for (let pair = comparing.pending.pop(); pair; pair = comparing.pending.pop()) {
    compareNamed(comparing, pair);
  }
}

/** What no operation leads to may be somebody's all the same: it counts for both directions. */
function compareUnused(comparing: Comparing): void {
  const { before, after, users } = comparing;
  const met = new Set([...users.keys()].flatMap((key) => key.split(" ").slice(1)));
  for (const [ref, { name }] of after.schemas) {
    const place = { way: "response", at: "", schema: { name, pair: "" }, neutral: true } as const;
    if (!before.schemas.has(ref)) report(comparing, place, { rule: "schema-added" });
    else if (!met.has(ref)) {
      for (const way of ["request", "response"] as const) {
        const pair = { way, before: ref, after: ref };
        if (users.has(keyOf(pair))) continue;
        users.set(keyOf(pair), new Set());
        comparing.pending.push(pair);
      }
      comparePending(comparing);
    }
  }
  for (const [ref, { name }] of before.schemas) {
    if (after.schemas.has(ref)) continue;
    const place = { way: "response", at: "", schema: { name, pair: "" }, neutral: true } as const;
    report(comparing, place, { rule: "schema-removed" });
  }
}

/** Servers, and the ways to say who one is. */
function compareOverall(comparing: Comparing): void {
  const { before, after } = comparing;
  const place = { way: "request", at: "", neutral: true } as const;
  const [were, are] = [new Set(before.servers), new Set(after.servers)];
  for (const url of are.difference(were))
    report(comparing, place, { rule: "server-added", after: url });
  for (const url of were.difference(are)) {
    report(comparing, place, { rule: "server-removed", before: url });
  }
  const names = [...before.securitySchemes.keys(), ...after.securitySchemes.keys()];
  for (const name of new Set(names)) compareScheme(comparing, name);
}

function compareScheme(comparing: Comparing, name: string): void {
  const place = { way: "request", at: name, neutral: true } as const;
  const [was, is] = [comparing.before, comparing.after].map(({ securitySchemes }) =>
    securitySchemes.get(name),
  );
  if (was === undefined) return report(comparing, place, { rule: "security-scheme-added" });
  if (is === undefined) return report(comparing, place, { rule: "security-scheme-removed" });
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (same(was[key], is[key])) continue;
    const rule = key === "type" ? "security-scheme-type-changed" : "security-scheme-changed";
    const values = { before: was[key] ?? "–", after: is[key] ?? "–" };
    report(comparing, { ...place, at: `${name} ${key}` }, { rule, ...values });
  }
}

/** What is said of both directions is one change; its meaning is the worse of the two. */
function joined(comparing: Comparing): readonly ApiChange[] {
  const groups = Map.groupBy(comparing.changes, ({ change }) =>
    JSON.stringify([
      change.schema ?? `op ${change.operation ?? ""}`,
      change.at,
      change.rule,
      change.before,
      change.after,
    ]),
  );
  return [...groups.values()].flatMap((group) => joinGroup(group, comparing));
}

function joinGroup(group: readonly Found[], comparing: Comparing): readonly ApiChange[] {
  const [first] = group;
  if (first === undefined) return [];
  const { change } = first;
  if (change.schema === undefined) return [change];
  const directions = new Set(group.map((each) => each.change.direction));
  const effects = group.map((each) => each.change.effect);
  const affects = usersOf(
    group.flatMap(({ pair }) => pair ?? []),
    comparing.users,
  );
  return [
    {
      ...change,
      effect: apiEffects.find((effect) => effects.includes(effect)) ?? change.effect,
      ...(directions.size > 1 && { direction: "both" as const }),
      ...(change.direction !== undefined && { affects }),
    },
  ];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const orderOf = (change: ApiChange): string =>
  [
    change.document ?? "",
    change.operation ?? "~",
    change.schema ?? "",
    change.at,
    change.rule,
    change.before,
    change.after,
  ].join("\0");

const sorted = (changes: readonly ApiChange[]): readonly ApiChange[] =>
  changes.toSorted(
    (a, b) =>
      apiEffects.indexOf(a.effect) - apiEffects.indexOf(b.effect) ||
      compare(orderOf(a), orderOf(b)),
  );
