import { expect, test } from "vitest";
import { stableName } from "#render/stable-name.ts";
import { hostile } from "../support/hostile.ts";

test("a plain name stays as it is", () => {
  expect(stableName("public.catalogo_2026")).toBe("public.catalogo_2026");
});

test("names that differ by case, accents or marks alone stay apart", () => {
  const names = [
    "public.a",
    "public.A",
    "public.á",
    "public.à",
    "public.a ",
    'public."a"',
    "public.a/",
  ];
  expect(new Set(names.map(stableName)).size).toBe(names.length);
});

test("names of devices are no names of files", () => {
  expect(stableName("con.tabela")).toMatch(/^_con\.tabela-/);
  expect(stableName("CON")).toMatch(/^_con-/);
});

test("any text makes a name that every system and address accepts", () => {
  for (const text of [...hostile, "../../etc/passwd", "..", "x".repeat(500), "漢字"]) {
    expect(stableName(text)).toMatch(/^[a-z0-9_][a-z0-9._-]{0,100}$/);
  }
  expect(new Set(hostile.map(stableName)).size).toBe(new Set(hostile).size);
});
