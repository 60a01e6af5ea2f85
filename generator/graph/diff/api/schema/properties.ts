import type { JsonObject, JsonSchema } from "#model/api/version.ts";
import { type Comparing, type Place, report } from "../comparing.ts";
import { compareLifecycles, lifecycleOf } from "../lifecycle.ts";
import type { Aspect, CompareSchema, Sides } from "./aspect.ts";
import { flatten } from "./flatten.ts";
import { below, compareOptional } from "./below.ts";

/** The properties of an object, which of them must be there, and whether others may be. */
export const compareProperties: Aspect = (comparing, sides, compare) => {
  const { before, after, place } = sides;
  const [were, are] = [propertiesOf(before), propertiesOf(after)];
  const [had, has] = [requiredOf(before), requiredOf(after)];
  for (const name of new Set([...were.keys(), ...are.keys(), ...had, ...has])) {
    const property = {
      name,
      before: were.get(name),
      after: are.get(name),
      wasRequired: had.has(name),
      isRequired: has.has(name),
      isClosed: after["additionalProperties"] === false,
    };
    compareProperty(comparing, { property, place: below(place, name) }, compare);
  }
  compareAdditional(comparing, sides, compare);
};

const propertiesOf = ({ properties }: JsonObject): ReadonlyMap<string, JsonSchema> =>
  new Map(Object.entries((properties ?? {}) as Readonly<Record<string, JsonSchema>>));

const requiredOf = ({ required }: JsonObject): ReadonlySet<string> =>
  new Set((required ?? []) as readonly string[]);

interface Property {
  readonly name: string;
  readonly before: JsonSchema | undefined;
  readonly after: JsonSchema | undefined;
  readonly wasRequired: boolean;
  readonly isRequired: boolean;
  /** Properties that are not named are refused now. */
  readonly isClosed: boolean;
}

interface Step {
  readonly property: Property;
  readonly place: Place;
}

function compareProperty(comparing: Comparing, step: Step, compare: CompareSchema): void {
  const { property, place } = step;
  const { before, after, wasRequired, isRequired } = property;
  if (before === undefined && after === undefined) {
    reportRequired(comparing, place, [wasRequired, isRequired]);
    return;
  }
  if (before === undefined || after === undefined) {
    reportArrival(comparing, step);
    return;
  }
  const marks = {
    before: marksOf(before, comparing.before),
    after: marksOf(after, comparing.after),
  };
  if (!isHidden(marks.after, place)) {
    reportRequired(comparing, place, [wasRequired, isRequired]);
  }
  reportMarks(comparing, place, marks);
  compareLifecycles(comparing, place, [lifecycleOf(marks.before), lifecycleOf(marks.after)]);
  compare(comparing, [before, after], place);
}

const marksOf = (schema: JsonSchema, version: Comparing["before"]): JsonObject =>
  typeof schema === "boolean"
    ? {}
    : "$ref" in schema || "allOf" in schema
      ? flatten(schema, version).keywords
      : schema;

/** What the server alone sets is in no request, and what only it may read in no answer. */
const isHidden = ({ readOnly, writeOnly }: JsonObject, { way }: Place): boolean =>
  way === "request" ? readOnly === true : writeOnly === true;

function reportArrival(comparing: Comparing, { property, place }: Step): void {
  const { before, after, wasRequired, isRequired } = property;
  // Only its name was known before, and had to be there: now it is said what it is.
  if (before === undefined && wasRequired && isRequired) return;
  const version = after === undefined ? comparing.before : comparing.after;
  const schema = after ?? before ?? true;
  report(comparing, place, {
    rule: arrivalRule(property, place),
    part: typeof schema === "object" ? schema : undefined,
    effect: isHidden(marksOf(schema, version), place) ? "compatible" : undefined,
  });
}

function arrivalRule(property: Property, { way }: Place): string {
  const { after, wasRequired, isRequired, isClosed } = property;
  if (after !== undefined) return `${isRequired ? "required" : "optional"}-property-added`;
  if (isClosed && way === "request") return "property-forbidden";
  return `${wasRequired ? "required" : "optional"}-property-removed`;
}

function reportRequired(
  comparing: Comparing,
  place: Place,
  [before, after]: readonly [boolean, boolean],
): void {
  if (before === after) return;
  report(comparing, place, { rule: after ? "became-required" : "became-optional" });
}

function reportMarks(
  comparing: Comparing,
  place: Place,
  { before, after }: Omit<Sides, "place">,
): void {
  const marks = [
    ["readOnly", "read-only"],
    ["writeOnly", "write-only"],
  ] as const;
  for (const [keyword, name] of marks) {
    const [was, is] = [before[keyword] === true, after[keyword] === true];
    if (was !== is) report(comparing, place, { rule: `became-${is ? "" : "not-"}${name}` });
  }
}

/** Closed, open, or open to values of one kind. */
function compareAdditional(
  comparing: Comparing,
  { before, after, place }: Sides,
  compare: CompareSchema,
): void {
  const [was, is] = [before, after].map(
    ({ additionalProperties }) => (additionalProperties ?? true) as JsonSchema,
  );
  if (was === undefined || is === undefined || was === is) return;
  if (is === false) report(comparing, place, { rule: "additional-properties-forbidden" });
  else if (was === false) report(comparing, place, { rule: "additional-properties-allowed" });
  else {
    const step = { place: below(place, "*"), rule: "additional-properties" };
    compareOptional(comparing, { ...step, pair: [was, is] }, compare);
  }
}
