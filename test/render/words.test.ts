import { wordsOf } from "#render/index.ts";
import { expect, test } from "vitest";

const dictionary = {
  "a.plain": "nada",
  "a.pages": "{n} {n|página, ligada|páginas, ligadas} a partir destas",
  "a.two": "{one} {one|fase|fases} de {all}",
};
const words = wordsOf("pt-BR", dictionary, () => undefined);

test("a word has its holes filled, and what is not given stays a hole", () => {
  expect(words("a.two", { one: "2", all: 3 })).toBe("2 fases de 3");
  expect(words("a.two", { one: 2 })).toBe("2 fases de {all}");
});

test("one of two words is chosen by a number", () => {
  expect(words("a.pages", { n: 1 })).toBe("1 página, ligada a partir destas");
  expect(words("a.pages", { n: "1" })).toBe("1 página, ligada a partir destas");
  expect(["0", "2", "1.001"].map((n) => words("a.pages", { n }))).toEqual([
    "0 páginas, ligadas a partir destas",
    "2 páginas, ligadas a partir destas",
    "1.001 páginas, ligadas a partir destas",
  ]);
});

test("a key without a word is reported once, and printed", () => {
  const said: string[] = [];
  const read = wordsOf("en", dictionary, ({ code, file = "" }) => said.push(`${code} ${file}`));
  expect([read("a.none"), read("a.none"), read("a.plain")]).toEqual(["a.none", "a.none", "nada"]);
  expect(said).toEqual(["render/missing-word templates/words/en/a.json"]);
});
