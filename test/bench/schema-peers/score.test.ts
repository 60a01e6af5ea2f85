import { expect, test } from "vitest";
import { aspects, noFacts, score } from "./fact-sets.ts";

test("what is missing and what is not true are counted apart, and nothing said is not wrong", () => {
  const truth = { ...noFacts, tables: ["area", "safra"], views: ["resumo"] };
  const said = { ...noFacts, tables: ["area", "areas", "safras"] };
  const of = (aspect: (typeof aspects)[number]) => score(truth, said)[aspects.indexOf(aspect)];
  expect(of("tables")).toBe("1/2 +2 wrong");
  expect(of("views")).toBe("0/1");
});
