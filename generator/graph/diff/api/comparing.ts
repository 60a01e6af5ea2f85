import type { ApiChange, ApiEffect } from "#model/api/change.ts";
import type { ApiVersion, OperationVersion } from "#model/api/version.ts";
import type { Location } from "#model/location.ts";
import { effectOfRule } from "./effects.ts";

/** The direction of one value; a schema that travels both ways is looked at twice. */
export type Way = "request" | "response";

/** Two named schemas that stand for each other, as one way sees them. */
export interface NamedPair {
  readonly way: Way;
  readonly before: string;
  readonly after: string;
}

/** Two versions of a document while they are compared. */
export interface Comparing {
  readonly before: ApiVersion;
  readonly after: ApiVersion;
  /** The date that counts as today, for sunsets. */
  readonly asOf?: string;
  readonly changes: Found[];
  /** Named schemas that were met and not compared yet. */
  readonly pending: NamedPair[];
  /** Who leads to a pair: operations by their place, and other pairs. */
  readonly users: Map<string, Set<string>>;
  /** How many pairs of schemas may still be compared. */
  left: number;
}

/** A change before it is known which operations it touches. */
export interface Found {
  readonly change: ApiChange;
  /** The named pair that it was found in. */
  readonly pair?: string;
}

/** Where in the two versions a comparison stands. */
export interface Place {
  readonly way: Way;
  readonly at: string;
  /** A value by itself binds its sender more than one among others does. */
  readonly isParameter?: boolean;
  readonly operation?: OperationVersion;
  readonly schema?: { readonly name: string; readonly pair: string };
  /** The schema that is compared, as it is written. */
  readonly part?: object;
  /** References of one side alone that were followed on the way here. */
  readonly through: readonly (readonly [object, object])[];
}

/** What is reported of a place. */
export interface Report {
  readonly rule: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly effect?: ApiEffect | undefined;
  /** Where it is written, when the place itself does not say so. */
  readonly part?: object | undefined;
}

export const keyOf = ({ way, before, after }: NamedPair): string => `${way} ${before} ${after}`;

export const nameOf = ({ method, path }: OperationVersion): string => `${method} ${path}`;

export function report(
  comparing: Comparing,
  place: Omit<Place, "through"> & { readonly neutral?: boolean },
  { rule, before, after, effect, part }: Report,
): void {
  const { schema, way, at, neutral } = place;
  // Who uses a schema is told with it.
  const operation = schema ? undefined : place.operation;
  const change = present({
    rule,
    effect: effect ?? effectOfRule(rule, way),
    direction: neutral === true ? undefined : way,
    schema: schema?.name,
    operation: operation && nameOf(operation),
    operationId: operation?.id,
    at,
    before: shortened(before),
    after: shortened(after),
    location: placeOf(comparing, [part, place.part, place.operation]),
  });
  comparing.changes.push({ change, ...(schema && { pair: schema.pair }) });
}

/** Of the first that is written somewhere. */
function placeOf(
  { before, after }: Comparing,
  parts: readonly (object | undefined)[],
): Location | undefined {
  for (const part of parts) {
    const location = part && (after.locate(part) ?? before.locate(part));
    if (location) return location;
  }
  return undefined;
}

type Present<Fields> = { readonly [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** What is not known is absent. */
const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Present<Fields>;

const longest = 200;

const shortened = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** A value as JSON, short enough to be read. */
export const printed = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value);
