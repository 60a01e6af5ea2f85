import type { ExportedName, SymbolChange, SymbolEffect, SymbolPart } from "#model/code/change.ts";

/** What became of every exported name, by module and name. */
export function compareSymbols(
  before: readonly ExportedName[],
  after: readonly ExportedName[],
): readonly SymbolChange[] {
  const [old, current] = [byKey(before), byKey(after)];
  const removed = [...old].flatMap(([key, each]) =>
    current.has(key) ? [] : [toChange("removed", each)],
  );
  const others = [...current].flatMap(([key, each]) => {
    const known = old.get(key);
    return known === undefined ? [toChange("added", each)] : compareNames(known, each);
  });
  return [...removed, ...others].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** A value and a type may share a name. */
const byKey = (names: readonly ExportedName[]): ReadonlyMap<string, ExportedName> =>
  new Map(names.map((each) => [`${each.module}.${each.name} ${spaceOf(each)}`, each]));

const spaceOf = ({ kind }: ExportedName): string =>
  kind === "interface" || kind === "type" ? "type" : "value";

const toChange = (change: "added" | "removed", each: ExportedName): SymbolChange => ({
  change,
  effect: change === "removed" ? "breaking" : "compatible",
  ...named(each),
});

const named = ({ module, name, kind }: ExportedName) => ({
  id: `symbol:${module}.${name}`,
  module,
  name,
  kind,
});

function compareNames(before: ExportedName, after: ExportedName): readonly SymbolChange[] {
  const difference =
    before.kind === after.kind ? differenceOf(before, after) : otherKind(before, after);
  return difference ? [{ change: "changed", ...named(after), ...difference }] : [];
}

type Difference = Pick<SymbolChange, "effect" | "before" | "after">;

/** A name that is declared elsewhere now may mean what it meant. */
const otherKind = (before: ExportedName, after: ExportedName): Difference | undefined =>
  before.kind === "reference" || after.kind === "reference"
    ? undefined
    : { effect: "unclassified", before: before.kind, after: after.kind };

function differenceOf(before: ExportedName, after: ExportedName): Difference | undefined {
  // Types are not compared by what they mean, only by what they say.
  const heads: readonly SymbolEffect[] = isSameText(before.head, after.head)
    ? []
    : ["unclassified"];
  if (isCallable(before) && isCallable(after)) {
    const effects = [...heads, ...compareParameters(before, after).effects];
    const texts = { before: signatureOf(before), after: signatureOf(after) };
    return effects.length === 0 ? undefined : { effect: worst(effects), ...texts };
  }
  if (isCallable(before) !== isCallable(after)) {
    const texts = { before: signatureOf(before), after: signatureOf(after) };
    return heads.length === 0 ? undefined : { effect: "unclassified", ...texts };
  }
  const parts = compareMembers(before, after);
  const effects = [...heads, ...parts.effects];
  if (effects.length === 0) return undefined;
  const [old, current] = heads.length === 0 ? [[], []] : [[before.head], [after.head]];
  return {
    effect: worst(effects),
    ...textOf("before", [...old, ...parts.before]),
    ...textOf("after", [...current, ...parts.after]),
  };
}

const textOf = (side: "before" | "after", texts: readonly string[]): Partial<Difference> =>
  texts.join("") === "" ? {} : { [side]: texts.join("; ") };

/** What one version leaves to the compiler says nothing about the other. */
const isSameText = (before: string, after: string): boolean =>
  before === after ||
  before === "" ||
  after === "" ||
  (before.endsWith("()") && after.startsWith(`${before}: `)) ||
  (after.endsWith("()") && before.startsWith(`${after}: `));

/** Of one signature; overloads have no parameters in common. */
const isCallable = ({ head }: ExportedName): boolean => head.includes("()");

const signatureOf = ({ head, parts }: ExportedName): string =>
  head.replace("()", `(${parts.map(written).join(", ")})`);

interface PartsDifference {
  readonly effects: readonly SymbolEffect[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** By their order: another name of the same type at the same place is the same parameter. */
function compareParameters(before: ExportedName, after: ExportedName): PartsDifference {
  const length = Math.max(before.parts.length, after.parts.length);
  const pairs = Array.from({ length }, (_, at) => [before.parts[at], after.parts[at]] as const);
  return joinPairs(pairs, (old, current) => {
    if (old === undefined) return current?.isOptional === true ? "compatible" : "breaking";
    if (current === undefined) return "breaking";
    if (!isSameText(old.text, current.text)) return "unclassified";
    if (old.isOptional === current.isOptional) return undefined;
    return current.isOptional ? "compatible" : "breaking";
  });
}

/** By their names. */
function compareMembers(before: ExportedName, after: ExportedName): PartsDifference {
  const [old, current] = [partsByName(before), partsByName(after)];
  const names = [...new Set([...old.keys(), ...current.keys()])];
  const pairs = names.map((name) => [old.get(name), current.get(name)] as const);
  return joinPairs(pairs, (was, is) => {
    if (is === undefined) return "breaking";
    // Who makes such a value has to give more now; who only reads it does not notice.
    if (was === undefined) return is.isOptional ? "compatible" : "unclassified";
    const isSame = isSameText(was.text, is.text) && was.isOptional === is.isOptional;
    return isSame ? undefined : "unclassified";
  });
}

const partsByName = ({ parts }: ExportedName): ReadonlyMap<string, SymbolPart> =>
  new Map(parts.map((part) => [part.name, part]));

function joinPairs(
  pairs: readonly (readonly [SymbolPart | undefined, SymbolPart | undefined])[],
  judge: (
    before: SymbolPart | undefined,
    after: SymbolPart | undefined,
  ) => SymbolEffect | undefined,
): PartsDifference {
  const judged = pairs.flatMap(([before, after]) => {
    const effect = judge(before, after);
    return effect === undefined ? [] : [{ before, after, effect }];
  });
  return {
    effects: judged.map(({ effect }) => effect),
    before: judged.flatMap(({ before }) => (before ? [written(before)] : [])),
    after: judged.flatMap(({ after }) => (after ? [written(after)] : [])),
  };
}

const written = ({ name, text, isOptional }: SymbolPart): string =>
  text.startsWith(name)
    ? text
    : `${name}${isOptional && !name.startsWith("...") ? "?" : ""}${text === "" ? "" : `: ${text}`}`;

const worst = (effects: readonly SymbolEffect[]): SymbolEffect =>
  effects.includes("breaking")
    ? "breaking"
    : effects.includes("unclassified")
      ? "unclassified"
      : "compatible";
