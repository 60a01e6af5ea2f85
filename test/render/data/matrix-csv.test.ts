import type { MatrixRow } from "#model/evaluation.ts";
import { matrixToCsv } from "#render/data/matrix-csv.ts";
import { describe, expect, test } from "vitest";

const row: MatrixRow = {
  item: "work-item:OPT1",
  stage: "stage:S",
  owner: { name: "DBA", item: "member:DBA" },
  needs: [{ name: "A1", item: "artefact:A1" }],
  implementations: ["commit:abc"],
  tests: ["test:t"],
  outputs: [{ name: "=1+1" }, { name: 'a "b", c' }],
  criteria: ["criterion:C1"],
  met: 0,
  notMet: 0,
  undetermined: 1,
  gates: ["gate:G"],
};

describe("the matrix as CSV", () => {
  const lineOf = (name: string): string =>
    matrixToCsv([{ ...row, owner: { name } }]).split("\r\n")[1] ?? "";

  test("has a byte order mark, a header and one line for each row", () => {
    const [header, line, end] = matrixToCsv([row]).split("\r\n");
    expect(header).toMatch(/^\ufeffitem,stage,owner,needs,/);
    expect(line).toBe(`OPT1,S,DBA,A1,abc,t,"'=1+1; a ""b"", c",C1,0,0,1,G`);
    expect(end).toBe("");
  });

  test.each(["=cmd()", "+1", "-1", "@x", "\tx"])("marks %j as text", (name) => {
    expect(lineOf(name)).toContain(`,'${name},`);
  });

  test("quotes what a comma or a line break would tear apart", () => {
    expect(lineOf("a,b")).toContain(',"a,b",');
    expect(lineOf("\rx")).toContain(`,"'\rx",`);
  });
});
