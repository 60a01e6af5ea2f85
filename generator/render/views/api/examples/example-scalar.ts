import type { ConstraintKeyword, SchemaShape } from "#model/api/shape.ts";

/** What stands for a text of each format. Addresses are those that are kept for documentation. */
const texts: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  time: "12:00:00Z",
  duration: "P1D",
  email: "user@example.com",
  "idn-email": "user@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com",
  url: "https://example.com",
  iri: "https://example.com",
  "uri-reference": "/path",
  "iri-reference": "/path",
  "uri-template": "/path/{id}",
  uuid: "00000000-0000-4000-8000-000000000000",
  byte: "dGV4dA==",
  binary: "(binary)",
  password: "********",
  "json-pointer": "/name",
  "relative-json-pointer": "0",
  regex: "^[a-z]+$",
};

/** A value that fits the type, the format and the limits of a shape without parts. */
export function exampleScalar(shape: SchemaShape): unknown {
  const [type = "any"] = shape.type.split(" | ");
  if (type === "integer" || type === "number") return exampleNumber(shape, type === "integer");
  if (type === "boolean") return true;
  if (type === "null" || type === "nothing") return null;
  if (type === "array") return [];
  return type === "object" ? {} : exampleText(shape);
}

function exampleText(shape: SchemaShape): string {
  const { format } = shape;
  const known = format !== undefined && Object.hasOwn(texts, format) ? texts[format] : undefined;
  if (known !== undefined) return known;
  const least = Math.min(limitOf(shape, "minLength") ?? 0, 256);
  const most = limitOf(shape, "maxLength") ?? Infinity;
  const word = "string".padEnd(least, "string");
  return word.length > most ? word.slice(0, Math.max(most, 0)) : word;
}

/** One where it fits, else the nearest number that does. */
function exampleNumber(shape: SchemaShape, whole: boolean): number {
  const step = limitOf(shape, "multipleOf") ?? (whole ? 1 : 0);
  const { least, most } = boundsOf(shape, step === 0 ? 1 : step);
  const wanted = Math.min(Math.max(1, least), most);
  if (step === 0) return wanted;
  const above = Math.ceil(wanted / step) * step;
  return above > most ? Math.floor(wanted / step) * step : above;
}

const boundsOf = (shape: SchemaShape, step: number): { least: number; most: number } => ({
  least: limitOf(shape, "minimum") ?? beside(limitOf(shape, "exclusiveMinimum"), step) ?? -Infinity,
  most: limitOf(shape, "maximum") ?? beside(limitOf(shape, "exclusiveMaximum"), -step) ?? Infinity,
});

const beside = (limit: number | undefined, step: number): number | undefined =>
  limit === undefined ? undefined : limit + step;

function limitOf({ constraints }: SchemaShape, keyword: ConstraintKeyword): number | undefined {
  const value = Number(constraints.find((each) => each.keyword === keyword)?.value);
  return Number.isFinite(value) ? value : undefined;
}
