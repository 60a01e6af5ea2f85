import type { JsonObject } from "#model/api/version.ts";
import { type Comparing, type Place, printed, report } from "../comparing.ts";
import type { Aspect, Sides } from "./aspect.ts";
import { same } from "./same.ts";

/** Allowed values, the one that is meant when none is given, and how long a part lasts. */
export const compareValues: Aspect = (comparing, sides) => {
  compareEnum(comparing, sides);
  compareConst(comparing, sides);
  compareDefault(comparing, sides);
};

const valuesOf = ({ enum: values }: JsonObject): readonly unknown[] | undefined =>
  values as readonly unknown[] | undefined;

/** By their JSON: a list may hold a million of them. */
const keysOf = (values: readonly unknown[]): ReadonlySet<string> =>
  new Set(values.map((value) => JSON.stringify(value)));

/** More are counted, not listed. */
const most = 20;

function compareEnum(comparing: Comparing, { before, after, place }: Sides): void {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  if (from === undefined && to === undefined) return;
  if ((from ? after : before)["const"] !== undefined) return;
  if (from === undefined || to === undefined) {
    const values = { before: listed(from), after: listed(to) };
    report(comparing, place, { rule: from ? "no-longer-enum" : "became-enum", ...values });
    return;
  }
  const [were, are] = [keysOf(from), keysOf(to)];
  reportValues(comparing, place, { rule: "enum-value-removed", values: were.difference(are) });
  reportValues(comparing, place, { rule: "enum-value-added", values: are.difference(were) });
}

function reportValues(
  comparing: Comparing,
  place: Place,
  { rule, values }: { readonly rule: string; readonly values: ReadonlySet<string> },
): void {
  if (values.size === 0) return;
  const text = joined([...values]);
  report(comparing, place, {
    rule,
    ...(rule.endsWith("added") ? { after: text } : { before: text }),
  });
}

const listed = (values: readonly unknown[] | undefined): string | undefined =>
  values &&
  joined(
    values.slice(0, most + 1).map((value) => JSON.stringify(value)),
    values.length,
  );

function joined(values: readonly string[], count = values.length): string {
  const shown = values.slice(0, most).join(", ");
  return count > most ? `${shown}, … (${String(count)})` : shown;
}

function compareConst(comparing: Comparing, { before, after, place }: Sides): void {
  const [had, has] = ["const" in before, "const" in after];
  if (!had && !has) return;
  // One allowed value and a list of allowed values say the same kind of thing.
  if (had !== has && "enum" in (had ? after : before)) {
    compareEnum(comparing, { before: asEnum(before), after: asEnum(after), place });
  } else if (!same(before["const"], after["const"]) || had !== has) {
    const values = { before: printed(before["const"]), after: printed(after["const"]) };
    report(comparing, place, { rule: `const-${changeOf(had, has)}`, ...values });
  }
}

const changeOf = (had: boolean, has: boolean): string =>
  had && has ? "changed" : has ? "added" : "removed";

const asEnum = (schema: JsonObject): JsonObject =>
  "const" in schema ? { enum: [schema["const"]] } : schema;

function compareDefault(comparing: Comparing, { before, after, place }: Sides): void {
  const [was, is] = [before["default"], after["default"]];
  if (same(was, is)) return;
  const change = changeOf(was !== undefined, is !== undefined);
  const rule = `${place.isParameter === true ? "parameter-" : ""}default-value-${change}`;
  report(comparing, place, { rule, before: printed(was), after: printed(is) });
}
