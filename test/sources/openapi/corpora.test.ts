import { existsSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpora } from "../../support/corpora.ts";
import { readIn } from "../../support/openapi.ts";
import { pagesOf } from "../../support/pages.ts";

const folder = corpora === undefined ? "" : join(corpora, "openapi");
const isThere = existsSync(folder);
const sets = isThere
  ? readdirSync(folder).sort()
  : ["../shared/corpora/openapi, which is not here"];

describe("real documents", () => {
  it.skipIf(!isThere).each(sets)("%s is read whole as somebody else's", async (set) => {
    const { diagnostics, ids } = await readIn(folder, [set], true);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(diagnostics.filter(({ file }) => file?.startsWith(set) !== true)).toEqual([]);
    expect(ids.filter((id) => id.startsWith("api:")).length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.skipIf(!isThere)("every operation of GitHub's document is there once", async () => {
    const { ids } = await readIn(folder, ["github-api-2020"], true);
    expect(ids.filter((id) => id.startsWith("operation:"))).toHaveLength(666);
    expect(ids.filter((id) => id.startsWith("schema:"))).toHaveLength(209);
  });

  it.skipIf(!isThere).each(["oai-3.1", "oai-3.2"])(
    "what the specification of %s accepts is accepted, and what it refuses is reported",
    async (set) => {
      const codesOf = async (file: string) =>
        (await readIn(join(folder, set), [file], true)).findings.filter(
          (finding) => !finding.includes("reference"),
        );
      for (const file of readdirSync(join(folder, set, "pass"))) {
        expect(await codesOf(`pass/${file}`), file).toEqual([]);
      }
      for (const file of readdirSync(join(folder, set, "fail"))) {
        expect(await codesOf(`fail/${file}`), file).not.toEqual([]);
      }
    },
  );

  it.skipIf(!isThere)("the same document in JSON and in YAML gives the same pages", async () => {
    const twins = join(folder, "readme-oas-examples", "3.0");
    for (const name of ["callbacks", "petstore", "complex-nesting", "link-example"]) {
      const [json, yaml] = await Promise.all(
        ["json", "yaml"].map(async (kind) => {
          const { facts } = await readIn(join(twins, kind), [`${name}.${kind}`], true);
          const { pages } = pagesOf(facts);
          return Object.fromEntries(
            Object.entries(pages)
              .filter(([path]) => path.startsWith("api/"))
              .map(([path, text]) => [path, text.replace(/`[\w.-]+\.(json|yaml):\d+`/g, "")]),
          );
        }),
      );
      expect(Object.keys(json ?? {}).length, name).toBeGreaterThan(1);
      expect(json, name).toEqual(yaml);
    }
  });
});
