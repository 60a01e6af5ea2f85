import { expect, test } from "vitest";
import { cutTexts } from "#cli/diff/cut-texts.ts";

const words = (count: number, word = "w"): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(" ");

test("short texts are shown whole, and what is not there stays so", () => {
  expect(cutTexts("o sensor é lido a cada 10 s", "o sensor é lido a cada 5 s")).toEqual([
    "o sensor é lido a cada 10 s",
    "o sensor é lido a cada 5 s",
  ]);
  expect(cutTexts(undefined, "novo")).toEqual([undefined, "novo"]);
});

test("of long texts the words around the difference stay, with a mark where some are left out", () => {
  const [before, after] = cutTexts(`${words(30)} a ${words(30)}`, `${words(30)} b c ${words(30)}`);
  expect(before).toBe("… w24 w25 w26 w27 w28 w29 a w0 w1 w2 w3 w4 w5 …");
  expect(after).toBe("… w24 w25 w26 w27 w28 w29 b c w0 w1 w2 w3 w4 w5 …");
});

test("a word that is repeated is not taken for both ends of the text", () => {
  expect(cutTexts("a a", "a a a")).toEqual(["a a", "a a a"]);
  expect(cutTexts("a", "a b a")).toEqual(["a", "a b a"]);
});

test("of a difference of hundreds of words the beginning is shown", () => {
  const [before = "", after = ""] = cutTexts(words(300, "x"), words(300, "y"));
  expect(before.split(" ")).toHaveLength(47);
  expect(after.endsWith(" …")).toBe(true);
});
