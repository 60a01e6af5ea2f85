const numbers = ["smallint", "integer", "bigint", "numeric", "real", "double precision"];

const numberNames: Readonly<Partial<Record<string, string>>> = {
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  serial: "integer",
  bigserial: "bigint",
  decimal: "numeric",
  float4: "real",
  float8: "double precision",
};

/** The name that PostgreSQL prints for the type of a number. */
function numberName(type: string): string {
  const plain = type.replace(/\s*\([^)]*\)/, "").toLowerCase();
  return numberNames[plain] ?? plain;
}

/** The wider of two numbers. */
export function widerNumber(left: string, right: string): string {
  const wider = Math.max(numbers.indexOf(numberName(left)), numbers.indexOf(numberName(right)));
  const areNumbers = [left, right].every((type) => numbers.includes(numberName(type)));
  return areNumbers ? (numbers[wider] ?? "") : "";
}

const sumTypes: Readonly<Partial<Record<string, string>>> = {
  smallint: "bigint",
  integer: "bigint",
  bigint: "numeric",
  numeric: "numeric",
  real: "real",
  "double precision": "double precision",
};

const averageTypes: Readonly<Partial<Record<string, string>>> = {
  ...sumTypes,
  smallint: "numeric",
  integer: "numeric",
  real: "double precision",
};

/** What the sum of numbers is, and their average. */
export const sumType = (type: string): string => sumTypes[numberName(type)] ?? "";
export const averageType = (type: string): string => averageTypes[numberName(type)] ?? "";
