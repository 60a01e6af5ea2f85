import { expect, test } from "vitest";
import { exampleCopy } from "../support/example.ts";
import { rastro } from "../support/rastro.ts";
import { treeOf } from "../support/tree.ts";

test(
  "two runs in different folders, time zones and locales make identical trees",
  { timeout: 60_000 },
  () => {
    const trees = [
      { TZ: "America/Sao_Paulo", LANG: "pt_BR.UTF-8", LC_ALL: "pt_BR.UTF-8" },
      { TZ: "Asia/Kathmandu", LANG: "C", LC_ALL: "C" },
    ].map((environment) => {
      const folder = exampleCopy();
      expect(rastro(folder, ["gen"], environment).code).toBe(0);
      return treeOf(`${folder}/out`);
    });
    expect(Object.keys(trees[0] ?? {}).length).toBeGreaterThan(50);
    expect(trees[1]).toEqual(trees[0]);
  },
);
