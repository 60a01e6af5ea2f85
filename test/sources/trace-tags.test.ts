import type { Reference } from "#model/fact.ts";
import { readSources } from "#sources/index.ts";
import { describe, expect, test } from "vitest";
import { sourceNames } from "../../generator/model/settings.ts";
import { temporaryFolder } from "../support/folder.ts";

type Entries = Partial<Record<(typeof sourceNames)[number], string>>;

/** What the tags in some files say, as `from role to @ place`. */
async function tags(files: Readonly<Record<string, string>>, entries: Entries) {
  const sources = Object.fromEntries(
    sourceNames.map((name) => {
      const path = entries[name];
      return [name, path === undefined ? [] : [{ path, foreign: false }]];
    }),
  ) as unknown as Parameters<typeof readSources>[1]["sources"];
  const root = temporaryFolder(files);
  const { value } = await readSources({ root }, { name: "", title: "", sources });
  const roles = ["implements", "verifies", "refers-to"];
  return value
    .flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : []))
    .filter(({ role, to }) => roles.includes(role) && /^[RT]\d/.test(to))
    .map(describeReference);
}

const describeReference = ({ from, role, declaredRole = role, to, location }: Reference): string =>
  `${from} ${declaredRole} ${to} @ ${String(location.line)}:${String(location.column)}`;

describe("a trace tag", () => {
  test("in a doc comment belongs to the declaration below, and elsewhere to the module", async () => {
    const code = `/** Adds.
 *
 * @trace R1, R2
 */
export function add(): void {
  // @trace verifies R3
}
/** @trace satisfies: R4 */
export const one = 1;
const text = "// @trace R5";
`;
    const found = await tags({ "src/a.ts": code }, { typescript: "src" });
    expect(found.sort()).toEqual([
      "module:src/a verifies R3 @ 6:22",
      "symbol:src/a.add implements R1 @ 3:11",
      "symbol:src/a.add implements R2 @ 3:15",
      "symbol:src/a.one satisfies R4 @ 8:23",
    ]);
  });

  test("is no part of what a doc comment says", async () => {
    const root = temporaryFolder({ "src/a.ts": "/** @trace R1 */\nexport const one = 1;\n" });
    const sources = {
      ...Object.fromEntries(sourceNames.map((name) => [name, []])),
      typescript: [{ path: "src", foreign: false }],
    } as unknown as Parameters<typeof readSources>[1]["sources"];
    const { value } = await readSources({ root }, { name: "", title: "", sources });
    const symbol = value.flatMap((fact) =>
      fact.fact === "item" && fact.item.kind === "symbol" ? [fact.item] : [],
    );
    expect(symbol).toMatchObject([{ attributes: { documented: false } }]);
    expect(symbol[0]?.description).toBeUndefined();
  });

  test("in SQL belongs to the statement below it, and else to the migration", async () => {
    const sql = `-- @trace R1
-- What is kept.
CREATE TABLE t (
  id int -- @trace R2 the key
);

-- @trace R3

SELECT 1;
`;
    const found = await tags({ "m/1_t.sql": sql }, { sql: "m" });
    expect(found.sort()).toEqual([
      "column:public.t.id implements R2 @ 4:20",
      "migration:m/1_t implements R3 @ 7:11",
      "table:public.t implements R1 @ 1:11",
    ]);
  });

  test("in YAML belongs to the record below or beside it", async () => {
    const data = `work-items:
  # @trace R1
  - id: OPT1 # a comment
    title: One
    stage: S
    owner: Ana
    status: planned
  - id: OPT2 # @trace verifies R2
    title: Two
    stage: S
    owner: Ana
    status: planned
`;
    expect(await tags({ "d/a.yaml": data }, { programme: "d" })).toEqual([
      "work-item:OPT1 implements R1 @ 2:12",
      "work-item:OPT2 verifies R2 @ 8:32",
    ]);
  });

  test("in the comments of OpenAPI in YAML belongs to what is below, and else to the document", async () => {
    const document = `# @trace R1
openapi: 3.1.0
info: { title: A, version: "1" }
paths:
  /a:
    # @trace verifies R2
    get:
      operationId: getA
      responses: { "200": { $ref: "parts.yaml#/ok" } }
components:
  schemas:
    # @trace R3
    Thing:
      type: object
      description: "# @trace R9 is only text"
`;
    const parts = "ok:\n  # @trace R4\n  description: ok\n";
    expect(
      await tags({ "api.yaml": document, "parts.yaml": parts }, { openapi: "api.yaml" }),
    ).toEqual([
      "api:a implements R1 @ 1:10",
      "operation:getA verifies R2 @ 6:23",
      "schema:Thing implements R3 @ 12:14",
    ]);
  });

  test("in Markdown is an HTML comment, or data at the top; an example in a fence is none", async () => {
    const page = `---
verifies: [R1]
---

# Page

<!-- @trace R2 -->

\`\`\`html
<!-- @trace R3 -->
\`\`\`

Write \`<!-- @trace R4 -->\`.
`;
    expect(await tags({ "p/a.md": page }, { pages: "p" })).toEqual([
      "page:p/a verifies R1 @ 2:12",
      "page:p/a implements R2 @ 7:13",
    ]);
  });
});
