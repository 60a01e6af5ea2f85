import { formatOf } from "../../generator/render/format.ts";
import { expect, test } from "vitest";

const pt = formatOf("pt-BR", (key) => key);
const en = formatOf("en", (key) => key);

test("dates are written with the words of the language", () => {
  expect(pt.date("2026-02-07")).toBe("7 fev 2026");
  expect(en.date("2026-02-07T10:00:00Z")).toBe("7 Feb 2026");
});

test("a moment shows weekday, time and zone, as far as they are known", () => {
  expect(pt.moment("2026-02-17T13:00:00-03:00")).toBe("ter 17 fev 2026, 13:00 UTC-3");
  expect(en.moment("2026-02-07T10:00Z")).toBe("Sat 7 Feb 2026, 10:00 UTC");
  expect(en.moment("2026-02-07T10:00+05:30")).toBe("Sat 7 Feb 2026, 10:00 UTC+5:30");
  expect(pt.moment("2026-02-07")).toBe("sáb 7 fev 2026");
});

test("what is no date stays as it is", () => {
  expect(pt.date("a definir")).toBe("a definir");
  expect(pt.moment("7/2")).toBe("7/2");
});

test("numbers have the separators of the language", () => {
  expect(pt.number(1234567.25)).toBe("1.234.567,25");
  expect(en.number(-1234.5)).toBe("−1,234.5");
  expect(en.number(1e21)).toBe("1e+21");
});

test("a ratio of nothing is not measurable", () => {
  expect(pt.ratio(0, 0)).toBe("common.not-measurable");
  expect(pt.ratio(5, 8)).toBe("5/8");
});
