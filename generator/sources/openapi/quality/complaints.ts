import type { JsonObject, JsonSchema } from "#model/api-version.ts";
import { pointerTo } from "../node.ts";
import type { Complaint, KeywordRule, Look } from "./complaint.ts";
import { rules, types } from "./keyword-rules.ts";

/** What a schema has against a value, as ajv would say it; undefined when only ajv can tell. */
export type Complaints = (schema: JsonSchema, value: unknown) => readonly Complaint[] | undefined;

/** Schemas that are tried on one value, and complaints; what needs more is left to ajv. */
const mostSteps = 20_000;
/** Schemas within schemas, and references to references. */
const deepest = 100;

/** Keywords that refuse no value. */
const silent: ReadonlySet<string> = new Set([
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "default",
  "deprecated",
  "discriminator",
  "readOnly",
  "type",
  "writeOnly",
  "x-stability-level",
  "x-sunset",
]);

/**
 * Tries values without making code first: a value that is written in a document is tried once, and
 * code made for its schema would cost far more than it saves.
 */
export function complaintsAbout(about: Pick<Look, "findSchema" | "formats">): Complaints {
  const path: (string | number)[] = [];
  const plans = new WeakMap<JsonObject, Plan>();
  let steps = 0;
  let depth = 0;
  const check: Look["check"] = (schema, value, key) => {
    if (schema === true) return;
    if (key !== undefined) path.push(key);
    depth++;
    if (++steps > mostSteps || depth > deepest) look.unsure = true;
    if (!look.unsure) askAll({ schema, value, look }, plans);
    depth--;
    if (key !== undefined) path.pop();
  };
  const look: Look = {
    ...about,
    patterns: new Map(),
    complaints: [],
    unsure: false,
    check,
    refuse: (complaint) => {
      steps++;
      look.complaints.push({ ...complaint, instancePath: pointerTo(path) });
    },
  };
  return (schema, value) => {
    steps = 0;
    Object.assign(look, { complaints: [], unsure: false });
    check(schema, value);
    return look.unsure ? undefined : look.complaints;
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
  for (const step of plan.steps) take(step, { schema, value, look });
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
  readonly rules: readonly (readonly [keyword: string, rule: KeywordRule, said: unknown])[];
  readonly wanted?: unknown;
}

interface Taken extends Looked {
  readonly schema: JsonObject;
}

function take({ isAbout, rules: bound, wanted }: Step, taken: Taken): void {
  if (isAbout(taken.value)) {
    for (const [keyword, rule, said] of bound) rule({ keyword, said, ...taken });
  } else if (wanted !== undefined) {
    taken.look.refuse({ keyword: "type", params: { type: wanted }, parentSchema: taken.schema });
  }
}

/** As ajv does, the type is told with the rules about it, and before all others where none are. */
function planOf(schema: JsonObject): Plan {
  const { type } = schema;
  const steps = rules.flatMap(([of, group]): readonly Step[] => {
    const bound = group
      .filter(([keyword]) => schema[keyword] !== undefined)
      .map(([keyword, rule]) => [keyword, rule, schema[keyword]] as const);
    if (bound.length === 0) return [];
    const isAbout = (of === undefined ? undefined : types[of]) ?? isAnything;
    return [{ isAbout, rules: bound, ...(of !== undefined && of === type && { wanted: type }) }];
  });
  const isTold = type === undefined || steps.some(({ wanted }) => wanted !== undefined);
  return {
    isForeign: Object.keys(schema).some((keyword) => !known.has(keyword)),
    steps: isTold ? steps : [{ isAbout: isOneOf(type), rules: [], wanted: type }, ...steps],
  };
}

const isAnything = (): boolean => true;

const isOneOf = (type: unknown): Step["isAbout"] => {
  const wanted = [type].flat().flatMap((name) => types[name as string] ?? []);
  return (value) => wanted.some((is) => is(value));
};

const known: ReadonlySet<string> = new Set([
  ...silent,
  ...rules.flatMap(([, group]) => group.map(([keyword]) => keyword)),
]);
