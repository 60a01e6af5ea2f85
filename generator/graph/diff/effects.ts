import type { Effect, SchemaObject } from "#model/schema/change.ts";
import { routineEffects } from "./routine-effects.ts";
import { isWidening } from "./widening.ts";

/** The attribute's value before and after, and the object that has it now. */
export interface ChangedValue {
  readonly before: unknown;
  readonly after: unknown;
  readonly object: SchemaObject;
}

type Judge = Effect | ((value: ChangedValue) => Effect);

/** What a change of each sort means for those who use objects of one kind. */
export interface KindEffects {
  readonly added: Effect | ((object: SchemaObject) => Effect);
  readonly removed: Effect | ((object: SchemaObject) => Effect);
  readonly renamed: Effect;
  readonly attributes: Readonly<Partial<Record<string, Judge>>>;
}

const breakingWhen =
  (isBreaking: (value: ChangedValue) => boolean, otherwise: Effect = "compatible") =>
  (value: ChangedValue): Effect =>
    isBreaking(value) ? "breaking" : otherwise;

/** What is used by name: its going breaks. */
const named = { added: "compatible", removed: "breaking", renamed: "breaking" } as const;

const unknown: KindEffects = {
  added: "unclassified",
  removed: "unclassified",
  renamed: "unclassified",
  attributes: {},
};

const read = (object: SchemaObject, name: string): unknown =>
  (object.attributes as Readonly<Record<string, unknown>>)[name];

/** A row that says nothing of the column is refused, unless something fills it in. */
const isFilled = (column: SchemaObject): boolean =>
  read(column, "nullable") === true ||
  ["default", "generated", "identity"].some((name) => read(column, name) !== undefined);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

const loses = ({ before, after }: ChangedValue): boolean => {
  const left = new Set(listOf(after));
  return listOf(before).some((each) => !left.has(each));
};

const view: KindEffects = {
  ...named,
  attributes: {
    securityInvoker: breakingWhen(({ after }) => after === true),
    output: breakingWhen(loses),
  },
};

const kinds: Readonly<Partial<Record<string, KindEffects>>> = {
  namespace: { ...named, attributes: {} },
  extension: { ...named, attributes: {} },
  sequence: { ...named, attributes: { ownedBy: "compatible" } },
  table: {
    ...named,
    attributes: { rowSecurity: breakingWhen(({ before }) => before === "off", "unclassified") },
  },
  column: {
    ...named,
    added: (column) => (isFilled(column) ? "compatible" : "breaking"),
    attributes: {
      type: breakingWhen(({ before, after }) => !isWidening(String(before), String(after))),
      nullable: breakingWhen(({ after }) => after === false, "unclassified"),
      default: breakingWhen(({ object }) => !isFilled(object), "unclassified"),
    },
  },
  view,
  "materialized-view": view,
  function: { ...named, attributes: routineEffects },
  type: {
    ...named,
    attributes: {
      labels: (value) => {
        const domain = read(value.object, "kind") === "domain";
        const shrinks = domain
          ? loses({ ...value, before: value.after, after: value.before })
          : loses(value);
        return shrinks ? "breaking" : "compatible";
      },
      definition: breakingWhen(({ before, after }) => !isWidening(String(before), String(after))),
    },
  },
  index: {
    added: (index) => (read(index, "unique") === true ? "breaking" : "compatible"),
    removed: "compatible",
    renamed: "compatible",
    attributes: {
      unique: breakingWhen(({ after }) => after === true),
      method: "compatible",
      include: "compatible",
    },
  },
  constraint: { added: "breaking", removed: "compatible", renamed: "compatible", attributes: {} },
  policy: {
    added: (policy) => (read(policy, "permissive") === false ? "breaking" : "compatible"),
    removed: (policy) => (read(policy, "permissive") === false ? "compatible" : "breaking"),
    renamed: "compatible",
    attributes: { permissive: breakingWhen(({ after }) => after === false) },
  },
  trigger: { ...unknown, renamed: "compatible" },
};

const effectsOf = (kind: string): KindEffects => kinds[kind] ?? unknown;

/** What it means that the object came, went or has another name. */
export function effectOf(change: "added" | "removed" | "renamed", object: SchemaObject): Effect {
  const effect = effectsOf(object.kind)[change];
  return typeof effect === "function" ? effect(object) : effect;
}

/** What many kinds have. */
const everywhere: KindEffects["attributes"] = { grants: breakingWhen(loses), owner: "compatible" };

/** What it means that one attribute changed. */
export function effectOfAttribute(name: string, value: ChangedValue): Effect {
  const judges = { ...everywhere, ...effectsOf(value.object.kind).attributes };
  const judge = judges[name] ?? "unclassified";
  return typeof judge === "function" ? judge(value) : judge;
}
