import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(repository, "package.json"), "utf8"),
) as Record<"dependencies" | "devDependencies", Readonly<Record<string, string>>>;

/** The packages that files of `folder` import when they run; types alone are no real work. */
function importedBy(folder: string): ReadonlySet<string> {
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(repository, folder, path), "utf8"));
  const pattern =
    /(?:^import (?!type )(?:[^;"]* from )?|\bimport\(\s*|\brequire\w*\([^)]*\)\(|\brequire\()"((?:@[^/"]+\/)?[^./#"][^/"]*)/gm;
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)));
}

const product = importedBy("generator");

test.each([
  "typedoc",
  "@apidevtools/swagger-parser",
  "conventional-changelog",
  "unified",
  "remark",
  "handlebars",
  "simple-git",
])("%s is a dependency that the product imports", (name) => {
  expect(dependencies).toHaveProperty([name]);
  expect(product).toContain(name);
});

test("vitest is what the tests run on", () => {
  expect(devDependencies).toHaveProperty(["vitest"]);
  expect(importedBy("test")).toContain("vitest");
});
