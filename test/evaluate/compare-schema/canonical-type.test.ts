import { expect, test } from "vitest";
import { canonicalSignature, canonicalType } from "#evaluate/compare-schema/canonical-type.ts";

test.each([
  ["VARCHAR (50)", "character varying(50)"],
  ["int4[]", "integer[]"],
  ["text ARRAY", "text[]"],
  ["numeric(10)", "numeric(10,0)"],
  ["numeric(10, 2)", "numeric(10,2)"],
  ["char", "character(1)"],
  ["timestamptz(3)", "timestamp(3) with time zone"],
  ["timestamp", "timestamp without time zone"],
  ["geometry(Point, 4326)", "public.geometry(Point,4326)"],
  ["bigserial", "bigint"],
  ['"Situacao"', 'public."Situacao"'],
  ["SETOF catalogo", "SETOF public.catalogo"],
  ["TABLE (id int, nome text)", "TABLE(id integer, nome text)"],
])("`%s` is `%s`", (written, printed) => {
  expect(canonicalType(written)).toBe(canonicalType(printed));
});

test.each([
  ["varchar(50)", "character varying(60)"],
  ["text", "text[]"],
  ["Situacao", '"Situacao"'],
  ["int", "bigint"],
])("`%s` is not `%s`", (written, printed) => {
  expect(canonicalType(written)).not.toBe(canonicalType(printed));
});

test("a function is known by types without modifiers and schemas", () => {
  expect(canonicalSignature("public.f", ["varchar(5)", "public.geometry"])).toBe(
    "public.f(character varying, geometry)",
  );
});
