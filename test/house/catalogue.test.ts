import { catalogue } from "#diagnostics/index.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const folder = join(repository, "test");
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?:\.test\.ts|diagnostics\.txt)$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
  .join("\n")
  .replaceAll("\\/", "/");

/** What no test can provoke everywhere, and why. */
const unprovoked: readonly string[] = [
  // A folder that can be renamed but not emptied takes a user other than root.
  "publish/left-behind",
];

describe("the catalogue of findings", () => {
  test("every code is provoked by a test or a case", () => {
    const silent = Object.keys(catalogue).filter((code) => !texts.includes(code));
    expect(silent.filter((code) => !unprovoked.includes(code))).toEqual([]);
  });

  test("every code is named after a room", () => {
    const rooms = readdirSync(join(repository, "generator"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const homeless = Object.keys(catalogue).filter(
      (code) => !rooms.includes(code.split("/")[0] ?? ""),
    );
    expect(homeless).toEqual([]);
  });

  test("explanations are sentences in both languages", () => {
    for (const { en, pt } of Object.values(catalogue)) {
      expect(en.about).toMatch(/^\S.{40,}\.$/s);
      expect(pt.about).toMatch(/^\S.{40,}\.$/s);
      expect(pt.about).not.toBe(en.about);
    }
  });
});
