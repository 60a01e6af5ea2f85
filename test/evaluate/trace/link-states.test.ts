import { linkKey } from "#model/trace/digest.ts";
import { expect, test } from "vitest";
import { aLink, aRequirement, needs, trace } from "../../support/trace.ts";

test("the key of a link stays when its target is named in another way", () => {
  const items = [aRequirement("R", needs("dsn")), aRequirement("A", { type: "dsn" })];
  const [bare, whole] = [aLink("A", "R"), aLink("A", "req:R")].map(
    (link) => trace(items, [link]).links[0],
  );
  expect(bare && linkKey(bare.link)).toMatch(/^[0-9a-f]{10}$/);
  expect(whole && linkKey(whole.link)).toBe(bare && linkKey(bare.link));
});
