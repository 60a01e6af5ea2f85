import { expect, test } from "vitest";
import { relativeHref } from "../../generator/render/routes.ts";

test("a link goes up only as far as the two pages differ", () => {
  expect(relativeHref("schema/tables/a.md", { path: "schema/index.md" })).toBe("../index.md");
  expect(relativeHref("README.md", { path: "api/index.md", anchor: "x" })).toBe("api/index.md#x");
  expect(relativeHref("a/b.md", { path: "c/d.md" })).toBe("../c/d.md");
});

test("a link within a page is its anchor, and a page to itself its name", () => {
  expect(relativeHref("a/b.md", { path: "a/b.md", anchor: "op-x" })).toBe("#op-x");
  expect(relativeHref("a/b.md", { path: "a/b.md" })).toBe("b.md");
});

test("what means something in a URL or in Markdown is encoded; letters with accents are not", () => {
  expect(relativeHref("README.md", { path: "a b/década (1)#?.md" })).toBe(
    "a%20b/década%20%281%29%23%3F.md",
  );
});
