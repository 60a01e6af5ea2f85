import { expect, test } from "vitest";
import { isSameConstant } from "#evaluate/compare-schema/same-constant.ts";

const zoned = "'1970-01-01 00:00:00+00'::timestamp with time zone";

test.each([
  ["'f'", "false"],
  ["'yes'", "true"],
  ["'1'::boolean", "true"],
  ["'1970-01-01'", zoned],
  ["'1970-01-01T02:00:00+02'::timestamptz", zoned],
  ["'epoch'", zoned],
  ["'2020-02-03'", "'2020-02-03 00:00:00'::timestamp without time zone"],
])("`%s` is `%s`", (written, printed) => {
  expect(isSameConstant(written, printed)).toBe(true);
});

test.each([
  ["'f'", "true"],
  ["'f'", "'f'::text"],
  ["'perhaps'", "false"],
  ["'1970-01-02'", zoned],
  ["now()", zoned],
])("`%s` is not `%s`", (written, printed) => {
  expect(isSameConstant(written, printed)).toBe(false);
});
