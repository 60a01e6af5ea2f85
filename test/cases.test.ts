import { loadSettings, loadTemplates } from "#config/index.ts";
import { formatFinding, hasErrors, sortDiagnostics, toFinding } from "#diagnostics/index.ts";
import { textOf } from "#model/pages/page.ts";
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../generator/generate.ts";

const folder = join(import.meta.dirname, "cases");
const templates = loadTemplates();

/** Each folder is a project, what rastro says of it, and, where it matters, the pages it makes. */
async function runCase(root: string) {
  const settings = loadSettings(join(root, "rastro.config.yaml"));
  if (settings.value === undefined) return { diagnostics: settings.diagnostics, files: [] };
  const { value, diagnostics } = await generate(settings.value, templates);
  return { diagnostics, files: hasErrors(diagnostics) ? [] : value.files };
}

describe("cases", () => {
  for (const name of readdirSync(folder).sort()) {
    test(name.replaceAll("-", " "), async () => {
      const root = join(folder, name);
      const { diagnostics, files } = await runCase(root);
      const printed = sortDiagnostics(diagnostics).map((each) =>
        formatFinding(toFinding(each, "en"), "en"),
      );
      await expect(`${printed.join("\n")}\n`).toMatchFileSnapshot(join(root, "diagnostics.txt"));
      const expected = join(root, "expected");
      for (const path of existsSync(expected) ? listFiles(expected) : []) {
        const made = files.find((file) => file.path === path)?.content;
        expect(made, path).toBeDefined();
        await expect(textOf(made ?? "")).toMatchFileSnapshot(join(expected, path));
      }
    });
  }
});

const listFiles = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
