import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import addFormats from "ajv-formats";
import { fastFormats } from "ajv-formats/dist/formats.js";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { pointerTo } from "../node.ts";
import { complaintsAbout } from "../json-schema/complaints.ts";
import type { Complaint, Look } from "../json-schema/complaint.ts";
import { isUnique } from "../json-schema/keyword-rules.ts";
import { linearPattern } from "./linear-pattern.ts";

/** What a check of one value found out. */
export type Verdict =
  | { readonly verdict: "fits" }
  | { readonly verdict: "does not fit"; readonly at: string; readonly reason: string }
  | { readonly verdict: "not checked"; readonly reason: string };

/** Which way a value travels: then some properties have no place in it. */
export type Travel = "request" | "response" | "both";

/** Checks values against schemas of one document. */
export type CheckValue = (schema: JsonObject, value: unknown, travel: () => Travel) => Verdict;

/** Times that a named schema may be tried on one value: alternatives within alternatives multiply. */
const mostSteps = 200_000;
/** Keywords and values of a schema for which code is made, and of a value that is tried. */
const mostParts = 20_000;
/** Of all schemas and values of one document together. */
const mostPartsOfDocument = 10_000_000;

/**
 * A checker of values: a look without code, and ajv where that does not understand a schema. Schemas
 * and values are other people's: patterns run in linear time, the work for one value and the code
 * for one schema are bounded.
 */
export function valueChecker(findSchema: Look["findSchema"]): CheckValue {
  const state = { steps: 0, parts: mostPartsOfDocument };
  const complaintsOf = complaintsAbout({
    findSchema,
    formats: fastFormats,
    makePattern: linearPattern,
  });
  let thorough: CheckValue | undefined;
  return (schema, value, travel) => {
    if (isLarge(value, state)) return notChecked("too large");
    const complaints = complaintsOf(schema, value);
    if (complaints !== undefined) return judge(complaints, travel);
    thorough ??= thoroughChecker(findSchema, state);
    return thorough(schema, value, travel);
  };
}

function thoroughChecker(findSchema: Look["findSchema"], state: State): CheckValue {
  const ajv = preparedAjv(state);
  const give = schemaGiver(ajv, findSchema);
  // Many properties are alike: code is made once for each text of a schema.
  const made = new Map<string, ReturnType<typeof ajv.compile> | string>();
  const compile = (schema: JsonObject) => {
    try {
      return ajv.compile(give(schema) as JsonObject);
    } catch (error) {
      return messageOf(error);
    }
  };
  return (schema, value, travel) => {
    if (isLarge(schema, state)) return notChecked("too large");
    const text = JSON.stringify(schema);
    const validate = made.get(text) ?? compile(schema);
    made.set(text, validate);
    if (typeof validate === "string") return notChecked(validate);
    state.steps = 0;
    try {
      if (validate(value)) return { verdict: "fits" };
    } catch (error) {
      return notChecked(messageOf(error));
    }
    return judge((validate.errors ?? []).map(asComplaint), travel);
  };
}

const asComplaint = ({ keyword, params, instancePath, parentSchema }: ErrorObject): Complaint => ({
  keyword,
  params: params as Complaint["params"],
  path: instancePath.split("/").slice(1).map(unescapePart),
  parentSchema: parentSchema as JsonSchema,
});

const unescapePart = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

const notChecked = (reason: string): Verdict => ({ verdict: "not checked", reason });

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);

interface State {
  steps: number;
  /** How much may still be looked at. */
  parts: number;
}

function preparedAjv(state: State): Ajv2020 {
  const engine = Object.assign((source: string) => linearPattern(source), { code: "" });
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    validateSchema: false,
    // What every object inherits is no property of a value.
    ownProperties: true,
    logger: false,
    code: { regExp: engine, optimize: false },
  });
  addFormats.default(ajv, { mode: "fast" });
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({ keyword: "uniqueItems", type: "array", validate: isUnique, errors: false });
  ajv.addKeyword({
    keyword: "x-rastro-step",
    validate: () => {
      if (++state.steps > mostSteps) throw new Error("too many alternatives");
      return true;
    },
    errors: false,
  });
  return ajv;
}

const counted = (schema: JsonSchema): JsonSchema =>
  typeof schema === "boolean" ? schema : { "x-rastro-step": true, ...schema };

/**
 * Hands ajv a schema with those that it leads to, each under a number: what no wrong value leads to,
 * ajv need not know.
 */
function schemaGiver(
  ajv: Ajv2020,
  findSchema: Look["findSchema"],
): (schema: JsonSchema) => unknown {
  const numbers = new Map<string, number>();
  const left: (readonly [key: string, schema: JsonSchema])[] = [];
  const keyOf = (ref: string): string => {
    const known = numbers.get(ref);
    const key = `document:${String(known ?? numbers.size)}`;
    const schema = known === undefined ? findSchema(ref) : undefined;
    if (known === undefined) numbers.set(ref, numbers.size);
    if (schema !== undefined) left.push([key, counted(schema)]);
    return key;
  };
  return (schema) => {
    const given = rebase(schema, keyOf);
    for (let next = left.pop(); next; next = left.pop()) {
      ajv.addSchema(rebase(next[1], keyOf) as JsonObject, next[0]);
    }
    return given;
  };
}

function rebase(value: unknown, keyOf: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => rebase(each, keyOf));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" && typeof inner === "string" && inner.startsWith("#/$defs/")
        ? [key, keyOf(inner)]
        : [key, rebase(inner, keyOf)],
    ),
  );
}

function isLarge(value: unknown, state: State): boolean {
  const most = Math.min(mostParts, state.parts);
  let parts = 0;
  const left: unknown[] = [value];
  for (let at = left.pop(); at !== undefined && parts <= most; at = left.pop()) {
    parts++;
    if (typeof at === "object" && at !== null)
      for (const each of Object.values(at)) left.push(each);
  }
  state.parts -= parts;
  return parts > most;
}

/** The first complaint that counts: what only the server sets may be missing in a request. */
function judge(errors: readonly Complaint[], travelOf: () => Travel): Verdict {
  if (errors.length === 0) return { verdict: "fits" };
  const travel = travelOf();
  const telling = errors.filter((error) => !isExcused(error, travel));
  const [first] = telling.filter(({ keyword }) => !wrappers.has(keyword));
  const error = first ?? telling[0];
  const onlyExcused = telling.every(({ keyword }) => wrappers.has(keyword));
  if (error === undefined || (onlyExcused && telling.length < errors.length)) {
    return { verdict: "fits" };
  }
  return { verdict: "does not fit", at: pointerTo(error.path), reason: reasonOf(error) };
}

const wrappers: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "if"]);

const hides = { request: ["readOnly"], response: ["writeOnly"], both: ["readOnly", "writeOnly"] };

function isExcused({ keyword, params, parentSchema }: Complaint, travel: Travel): boolean {
  if (keyword !== "required") return false;
  const { missingProperty } = params as { readonly missingProperty: string };
  const { properties = {} } = parentSchema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
  };
  const schema = Object.hasOwn(properties, missingProperty) ? properties[missingProperty] : true;
  return typeof schema === "object" && hides[travel].some((mark) => schema[mark] === true);
}

/** The words of the keyword: a schema's own names and limits need no translation. */
function reasonOf({ keyword, params }: Complaint): string {
  const [value = ""] = Object.values(params);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === "" || text.length > 120 ? keyword : `${keyword}: ${text}`;
}
