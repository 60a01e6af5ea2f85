import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { edit, exampleCopy, writeText } from "../support/example.ts";
import { rastro } from "../support/rastro.ts";
import { treeOf } from "../support/tree.ts";

interface Output {
  readonly findings: readonly { code: string; severity: string; file: string; line: number }[];
}

const lineOf = (text: string, piece: string): number =>
  text.slice(0, text.indexOf(piece)).split("\n").length;

test(
  "a link broken in a page, in a specification and in data: three errors at their lines, and out/ untouched",
  { timeout: 60_000 },
  () => {
    const folder = exampleCopy();
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const before = treeOf(join(folder, "out"));
    const { ino } = statSync(join(folder, "out"));
    const breaks = [
      ["villa-canabrava/paginas/arquitetura-dos-dados.md", "[[OPT1]]", "[[OPT71]]"],
      ["villa-canabrava/openapi.yaml", "[[table:public.catalogo]]", "[[table:public.catalogos]]"],
      ["villa-canabrava/programa/sprint-3.yaml", "owner: Agent-DB", "owner: Agente-DB"],
    ] as const;
    const expected = breaks.map(([file, good, bad]) => {
      const text = readFileSync(join(folder, file), "utf8");
      writeText(folder, file, edit(text, good, bad));
      return { file, line: lineOf(text, good), severity: "error" };
    });
    const run = rastro(folder, ["gen", "--format", "json"]);
    expect(run.code).toBe(1);
    const { findings } = JSON.parse(run.stdout) as Output;
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors).toMatchObject(expected.toSorted((a, b) => (a.file < b.file ? -1 : 1)));
    expect(treeOf(join(folder, "out"))).toEqual(before);
    expect(statSync(join(folder, "out")).ino).toBe(ino);
  },
);
