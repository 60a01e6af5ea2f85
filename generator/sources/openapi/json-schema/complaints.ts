import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import {
  type Bound,
  type Complaint,
  type KeywordRule,
  type Look,
  type LookOptions,
  refuse,
} from "./complaint.ts";
import { rules, types } from "./keyword-rules.ts";

/** What a schema has against a value, as ajv would say it; undefined when only ajv can tell. */
export type Complaints = (schema: JsonSchema, value: unknown) => readonly Complaint[] | undefined;

/** How far a look goes; what needs more is left to ajv. */
interface Limits {
  /** Schemas that are tried on one value, and complaints. */
  readonly mostSteps: number;
  /** Schemas within schemas, and references to references. */
  readonly deepest: number;
}

const usual: Limits = { mostSteps: 20_000, deepest: 100 };

/** Keywords that refuse no value. */
const silent: ReadonlySet<string> = new Set([
  "$schema",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "definitions",
  "deprecated",
  "description",
  "discriminator",
  "id",
  "readOnly",
  "title",
  "type",
  "writeOnly",
  "x-stability-level",
  "x-sunset",
]);

/**
 * Tries values without making code first: a value that is written in a document is tried once, and
 * code made for its schema would cost far more than it saves.
 */
export function complaintsAbout(options: LookOptions, { mostSteps, deepest } = usual): Complaints {
  const path: (string | number)[] = [];
  const plans = new WeakMap<JsonObject, Plan>();
  let steps = 0;
  let depth = 0;
  const check: Look["check"] = (schema, value, key) => {
    if (schema === true || (!look.tellsAll && look.count > look.base)) return;
    if (key !== undefined) path.push(key);
    depth++;
    if (++steps > mostSteps || depth > deepest) look.unsure = true;
    if (!look.unsure) askAll({ schema, value, look }, plans);
    depth--;
    if (key !== undefined) path.pop();
  };
  const refuse: Look["refuse"] = (complaint) => {
    steps++;
    look.count++;
    if (look.tellsAll) look.complaints.push({ ...complaint, path: [...path] });
  };
  const fresh = { complaints: [], count: 0, base: 0, unsure: false };
  const look: Look = { ...options, ...fresh, patterns: new Map(), tellsAll: false, check, refuse };
  // Nearly every value fits, and of one that does not all is asked for again.
  return (schema, value) => {
    for (const tellsAll of [false, true]) {
      steps = 0;
      Object.assign(look, fresh, { complaints: [], tellsAll });
      check(schema, value);
      if (look.unsure) return undefined;
      if (look.count === 0) return [];
    }
    return look.complaints;
  };
}

interface Looked {
  readonly schema: JsonObject | false;
  readonly value: unknown;
  readonly look: Look;
}

function askAll({ schema, value, look }: Looked, plans: WeakMap<JsonObject, Plan>): void {
  if (schema === false) {
    look.refuse({ keyword: "false schema", params: {}, parentSchema: schema });
    return;
  }
  const plan = plans.get(schema) ?? planOf(schema);
  plans.set(schema, plan);
  look.unsure ||= plan.isForeign;
  for (const step of plan.steps) take(step, value, look);
}

/** How a schema is gone through. */
interface Plan {
  /** It has a keyword that no rule is about. */
  readonly isForeign: boolean;
  readonly steps: readonly Step[];
}

/** Rules about one type; another one is no matter, unless the schema names this one only. */
interface Step {
  readonly isAbout: (value: unknown) => boolean;
  readonly rules: readonly (readonly [rule: KeywordRule, bound: Bound])[];
  /** The `type` of the schema, told here. */
  readonly type?: Bound;
}

function take({ isAbout, rules: bound, type }: Step, value: unknown, look: Look): void {
  if (isAbout(value)) {
    for (const [rule, each] of bound) rule(each, value, look);
  } else if (type !== undefined) {
    refuse(type, look, { type: type.said });
  }
}

/** As ajv does, the type is told with the rules about it, and before all others where none are. */
function planOf(schema: JsonObject): Plan {
  const { type } = schema;
  const keywords = Object.keys(schema).filter((keyword) => schema[keyword] !== undefined);
  const found = keywords.flatMap((keyword) => placed.get(keyword) ?? []);
  if (found.length > 1) found.sort((a, b) => a.order - b.order);
  const told = type === undefined ? undefined : bind("type", schema);
  const steps = stepsOf(found, schema, told);
  const isTold = told === undefined || steps.some((step) => step.type !== undefined);
  return {
    isForeign: keywords.some((keyword) => !placed.has(keyword) && !silent.has(keyword)),
    steps: isTold ? steps : [{ isAbout: isOneOf(type), rules: [], type: told }, ...steps],
  };
}

/** A keyword, and where its rule comes among all. */
interface Placed {
  readonly order: number;
  readonly keyword: string;
  readonly rule: KeywordRule;
  /** The type that the rule is about. */
  readonly of: string | undefined;
}

const placed: ReadonlyMap<string, readonly Placed[]> = Map.groupBy(
  rules
    .flatMap(([of, group]) => group.map(([keyword, rule]) => ({ keyword, rule, of })))
    .map((each, order) => ({ ...each, order })),
  ({ keyword }) => keyword,
);

/** Rules about one type stand together. */
function stepsOf(
  found: readonly Placed[],
  schema: JsonObject,
  type: Bound | undefined,
): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < found.length;) {
    const of = found[at]?.of;
    const bound: (readonly [KeywordRule, Bound])[] = [];
    for (let each = found[at]; each !== undefined && each.of === of; each = found[++at]) {
      bound.push([each.rule, bind(each.keyword, schema)]);
    }
    const isAbout = (of === undefined ? undefined : types[of]) ?? isAnything;
    steps.push({ isAbout, rules: bound, ...(type && of === schema["type"] && { type }) });
  }
  return steps;
}

const bind = (keyword: string, schema: JsonObject): Bound => {
  const said = schema[keyword];
  const isMap = typeof said === "object" && said !== null && !Array.isArray(said);
  return { keyword, said, schema, entries: isMap ? Object.entries(said as Schemas) : none };
};

type Schemas = Readonly<Record<string, JsonSchema>>;

const none: Bound["entries"] = [];

const isAnything = (): boolean => true;

const isOneOf = (type: unknown): Step["isAbout"] => {
  const wanted = [type].flat().flatMap((name) => types[name as string] ?? []);
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return only;
  return (value) => wanted.some((is) => is(value));
};
