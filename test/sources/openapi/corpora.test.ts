import { existsSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpora } from "../../support/corpora.ts";
import { readIn } from "../../support/openapi.ts";

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
});
