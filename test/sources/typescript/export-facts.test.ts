import { exportFacts } from "#sources/typescript/export-facts.ts";
import { expect, test } from "vitest";

test("a declaration that the compiler fails on costs only itself, and is reported at its line", () => {
  const each = {
    module: "src/a",
    name: "difícil",
    isDefault: false,
    declarations: [],
    reExport: { specifier: "./b.ts", name: "difícil", line: 7 },
  };
  const read = (foreign: boolean) =>
    exportFacts(
      each,
      { path: "src/a.ts", entry: { path: "src", foreign } },
      {
        root: "/",
        names: new Map(),
        exported: new Map(),
        sourceOf: () => undefined,
        model: { declarationsOf: () => [] } as never,
        get printer(): never {
          throw new RangeError("Maximum call stack size exceeded\n  at checker");
        },
      },
    );
  expect(read(false)).toMatchObject({
    value: [],
    diagnostics: [
      {
        code: "sources/typescript-symbol-failed",
        severity: "error",
        args: { name: "difícil", reason: "Maximum call stack size exceeded" },
        file: "src/a.ts",
        line: 7,
      },
    ],
  });
  expect(read(true).diagnostics).toMatchObject([{ severity: "warning" }]);
});
