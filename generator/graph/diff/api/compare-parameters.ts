import type { OperationVersion, ParameterVersion } from "#model/api/version.ts";
import { type Comparing, type Place, report } from "./comparing.ts";
import { compareLifecycles } from "./lifecycle.ts";
import { compareSchema } from "./schema/compare-schema.ts";
import { same } from "./schema/same.ts";

/** Header names have no case. */
const nameOf = ({ name, in: place }: ParameterVersion): string =>
  place === "header" ? name.toLowerCase() : name;

const identityOf = (each: ParameterVersion): string => `${each.in} ${nameOf(each)}`;

/** What is sent beside the body. */
export function compareParameters(
  comparing: Comparing,
  [before, after]: readonly [OperationVersion, OperationVersion],
  place: Place,
): void {
  const were = new Map(before.parameters.map((each) => [keyIn(each, before), each]));
  const are = new Map(after.parameters.map((each) => [keyIn(each, after), each]));
  for (const [key, now] of are) {
    const was = were.get(key);
    if (was) compareParameter(comparing, [was, now], inside(place, now));
  }
  const gone = [...were].flatMap(([key, each]) => (are.has(key) ? [] : [each]));
  const come = [...are].flatMap(([key, each]) => (were.has(key) ? [] : [each]));
  reportArrivals(comparing, place, { gone, come });
}

/** A parameter of the path is told by where it stands there: its name may change. */
function keyIn(parameter: ParameterVersion, { path }: OperationVersion): string {
  if (parameter.in !== "path") return identityOf(parameter);
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  const index = names.indexOf(parameter.name);
  return index < 0 ? identityOf(parameter) : `path ${String(index)}`;
}

const inside = (place: Place, parameter: ParameterVersion): Place => ({
  ...place,
  at: `${parameter.in} ${parameter.name}`,
  isParameter: true,
});

function compareParameter(
  comparing: Comparing,
  [before, after]: readonly [ParameterVersion, ParameterVersion],
  place: Place,
): void {
  if (before.required !== after.required) {
    const rule = after.required ? "became-required" : "became-optional";
    report(comparing, place, { rule, part: after });
  }
  if (before.style !== after.style) {
    const values = { before: before.style, after: after.style };
    report(comparing, place, { rule: "style-changed", part: after, ...values });
  }
  compareLifecycles(comparing, place, [before.lifecycle, after.lifecycle]);
  compareSchema(comparing, [before.schema, after.schema], place);
}

interface Arrivals {
  readonly gone: readonly ParameterVersion[];
  readonly come: readonly ParameterVersion[];
}

/** One that went and one that came and is just like it are one that has another name or place. */
function reportArrivals(comparing: Comparing, place: Place, { gone, come }: Arrivals): void {
  const left = new Set(come);
  for (const was of gone) {
    const now = [...left].find((each) => isRenamed(was, each, { gone, come }));
    if (now) left.delete(now);
    reportDeparture(comparing, place, { was, now });
  }
  for (const now of left) {
    const rule = now.required ? "required-parameter-added" : "optional-parameter-added";
    report(comparing, inside(place, now), { rule, part: now });
  }
}

function isRenamed(
  was: ParameterVersion,
  now: ParameterVersion,
  { gone, come }: Arrivals,
): boolean {
  if (nameOf(was) === nameOf(now)) return true;
  const isAlike = (each: ParameterVersion) =>
    each.in === was.in && each.required === was.required && same(each.schema, was.schema);
  return isAlike(now) && come.filter(isAlike).length === 1 && gone.filter(isAlike).length === 1;
}

function reportDeparture(
  comparing: Comparing,
  place: Place,
  { was, now }: { readonly was: ParameterVersion; readonly now: ParameterVersion | undefined },
): void {
  if (now === undefined) {
    const rule = was.lifecycle.deprecated
      ? "parameter-removed-with-deprecation"
      : "parameter-removed";
    report(comparing, inside(place, was), { rule, part: was });
    return;
  }
  const rule = was.in === now.in ? "parameter-renamed" : "parameter-moved";
  const values = { before: `${was.in} ${was.name}`, after: `${now.in} ${now.name}` };
  report(comparing, inside(place, now), { rule, part: now, ...values });
  compareSchema(comparing, [was.schema, now.schema], inside(place, now));
}
