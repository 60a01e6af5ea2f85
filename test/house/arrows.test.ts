import { execFile } from "node:child_process";
import { copyFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/repository.ts";

/** One sound file for each room, and what stands beside the rooms. */
const soundTree = {
  "generator/model/item.ts": "export interface Item { readonly id: string }\n",
  "generator/diagnostics/index.ts":
    'import type { Item } from "#model/item.ts";\nexport type About = Item;\n',
  "generator/data/index.ts": 'export type { About } from "#diagnostics/index.ts";\n',
  "generator/markdown/index.ts": 'export { join } from "node:path/posix";\n',
  "generator/config/index.ts": 'export { readFileSync } from "node:fs";\n',
  "generator/sources/index.ts": 'export { readFileSync } from "node:fs";\n',
  "generator/graph/index.ts": 'export type { Item } from "#model/item.ts";\n',
  "generator/evaluate/index.ts": "export const evaluate = 1;\n",
  "generator/render/index.ts": "export const render = 1;\n",
  "generator/verify/index.ts": 'export { visit } from "handlebars";\n',
  "generator/publish/index.ts": 'export { writeFileSync } from "node:fs";\n',
  "generator/generate.ts":
    'export { render } from "#render/index.ts";\nexport { evaluate } from "#evaluate/index.ts";\n',
  "generator/cli/index.ts": 'export { render } from "#generate.ts";\n',
  "generator/main.ts": 'import "#cli/index.ts";\n',
  "test/generate.test.ts": 'import "#generate.ts";\n',
};

/** What must not be written: the file, its one import, and the rule that says so. */
const wrongArrows = [
  ["generator/evaluate/wrong.ts", "#render/index.ts", "evaluate-imports-only-its-floor"],
  ["generator/verify/wrong.ts", "#sources/index.ts", "verify-imports-only-its-floor"],
  ["generator/model/wrong.ts", "#diagnostics/index.ts", "model-imports-only-its-floor"],
  ["generator/diagnostics/upwards.ts", "#data/index.ts", "diagnostics-imports-only-its-floor"],
  ["generator/data/upwards.ts", "#markdown/index.ts", "data-imports-only-its-floor"],
  ["generator/sources/upwards.ts", "#graph/index.ts", "sources-imports-only-its-floor"],
  ["generator/graph/upwards.ts", "#evaluate/index.ts", "graph-imports-only-its-floor"],
  ["generator/render/upwards.ts", "#verify/index.ts", "render-imports-only-its-floor"],
  ["generator/publish/upwards.ts", "#verify/index.ts", "publish-imports-only-its-floor"],
  ["generator/config/wrong.ts", "#graph/index.ts", "config-imports-only-its-floor"],
  ["generator/markdown/wrong.ts", "#data/index.ts", "markdown-imports-only-its-floor"],
  ["generator/graph/wrong.ts", "node:fs", "only-the-edge-touches-the-world"],
  ["generator/render/wrong.ts", "node:child_process", "only-the-edge-touches-the-world"],
  ["generator/data/wrong.ts", "node:fs/promises", "only-the-edge-touches-the-world"],
  ["generator/diagnostics/wrong.ts", "../model/item.ts", "rooms-are-entered-by-name"],
  ["generator/graph/inside.ts", "#graph/index.ts", "inside-a-room-paths-are-relative"],
  ["generator/publish/wrong.ts", "#generate.ts", "the-pipeline-starts-at-the-command-line"],
  ["generator/sources/wrong.ts", "#cli/index.ts", "nobody-imports-the-command-line"],
  ["generator/render/tested.ts", "../../test/generate.test.ts", "the-product-knows-no-test"],
  ["generator/cli/wrong.ts", "vitest", "the-product-runs-on-its-own-dependencies"],
  ["generator/cli/gone.ts", "./nowhere.ts", "imports-resolve"],
  ["generator/cli/self.ts", "./self.ts", "no-cycles"],
  ["generator/cli/named.ts", "./helpers.ts", "names-say-something"],
] as const;

test("sound arrows pass, and each wrong one is caught by the rule that forbids it", async () => {
  const planted = wrongArrows.map(([file, target]) => [file, `import "${target}";\n`] as const);
  const folder = temporaryFolder({
    ...soundTree,
    ...Object.fromEntries(planted),
    "generator/cli/helpers.ts": "export const all = 1;\n",
  });
  const { found, rules } = await cruise(folder);
  for (const [file, , rule] of wrongArrows) expect(found).toContain(`${file} ${rule}`);
  expect(new Set(wrongArrows.map(([, , rule]) => rule))).toEqual(new Set(rules));
  const soundFiles = Object.keys(soundTree);
  expect(found.filter((each) => soundFiles.includes(each.split(" ")[0]!))).toEqual([]);
});

/** `file rule` for each wrong arrow, and all the rules, with the settings of this repository. */
async function cruise(folder: string): Promise<{ found: string[]; rules: string[] }> {
  for (const file of [".dependency-cruiser.mjs", "package.json", "tsconfig.json"]) {
    copyFileSync(join(repository, file), join(folder, file));
  }
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  const program = join(repository, "node_modules/.bin/depcruise");
  const settings = ["--config", ".dependency-cruiser.mjs", "--output-type", "json"];
  const { stdout } = await promisify(execFile)(program, [...settings, "generator", "test"], {
    cwd: folder,
    maxBuffer: 2 ** 26,
  }).catch((failure: unknown) => failure as { stdout: string });
  const report = JSON.parse(stdout) as {
    summary: {
      violations: readonly { from: string; rule: { name: string } }[];
      ruleSetUsed: { forbidden: readonly { name: string }[] };
    };
  };
  const { violations, ruleSetUsed } = report.summary;
  return {
    found: violations.map(({ from, rule }) => `${from} ${rule.name}`),
    rules: ruleSetUsed.forbidden.map(({ name }) => name),
  };
}
