import { readTypeScript } from "#sources/typescript/read-typescript.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { suiteFolder, temporaryFolder, writeFiles } from "../../../support/folder.ts";

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

const read = (files: Readonly<Record<string, string>>) => readIn(temporaryFolder(files));

async function readIn(root: string) {
  const entries = [{ path: ".", packages: true, foreign: false }];
  const { value, diagnostics } = await readTypeScript({ root, entries });
  const items = value.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const references = value.flatMap((fact) =>
    fact.fact === "reference"
      ? [`${fact.reference.from} ${fact.reference.role} ${fact.reference.to}`]
      : [],
  );
  const ids = (kind: string) => items.filter((item) => item.kind === kind).map(({ id }) => id);
  const find = (id: string) => items.find((item) => item.id === id)!;
  return { ids, find, references, diagnostics };
}

/** Two packages, neither installed nor built: one passes on what the other exports. */
const workspace = {
  "package.json": json({ private: true, workspaces: ["packages/*", "!packages/velho"] }),
  "packages/nucleo/package.json": json({
    name: "@fazenda/nucleo",
    description: "O núcleo.",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./mapas": "./dist/mapas/index.js",
      "./package.json": "./package.json",
    },
  }),
  "packages/nucleo/src/index.ts": `export * from "./talhao";\n`,
  "packages/nucleo/src/talhao.ts":
    "\n/** Um talhão; ver {@link Mapa}. */\nexport interface Talhao { area: number }\n",
  "packages/nucleo/src/mapas/index.ts": "export class Mapa {}\n",
  "packages/tela/package.json": json({
    name: "@fazenda/tela",
    main: "lib/index.js",
    dependencies: { "@fazenda/nucleo": "workspace:*", outro: "1" },
  }),
  "packages/tela/src/index.ts": `
export { Talhao } from "@fazenda/nucleo";
export * from "./botao";
/** Desenha; ver {@link @fazenda/nucleo/mapas!Mapa | o mapa}. */
export function desenhar(talhao: import("@fazenda/nucleo").Talhao): void {}
`,
  "packages/tela/src/botao.tsx": "export const Botao = () => null;\n",
  "packages/velho/package.json": json({ name: "velho", main: "index.js" }),
  "packages/velho/index.ts": "export const velho = 1;\n",
  "packages/exemplo/package.json": json({ name: "exemplo", private: true }),
  "packages/exemplo/src/index.ts": "export const exemplo = 1;\n",
};

describe("the packages of a workspace", () => {
  let found: Awaited<ReturnType<typeof readIn>>;
  const folder = suiteFolder();
  beforeAll(async () => {
    writeFiles(folder, workspace);
    found = await readIn(folder);
  });

  test("are found by the patterns of its manifest, and their modules are called as others import them", () => {
    const { ids, diagnostics } = found;
    expect(diagnostics).toEqual([]);
    expect(ids("package")).toEqual(["package:@fazenda/nucleo", "package:@fazenda/tela"]);
    expect(ids("module")).toEqual([
      "module:@fazenda/nucleo",
      "module:@fazenda/nucleo/mapas",
      "module:@fazenda/tela",
    ]);
  });

  test("export each name once, from the line where it stands", () => {
    const { ids, find } = found;
    expect(ids("symbol")).toEqual([
      "symbol:@fazenda/nucleo.Talhao",
      "symbol:@fazenda/nucleo/mapas.Mapa",
      "symbol:@fazenda/tela.Botao",
      "symbol:@fazenda/tela.Talhao",
      "symbol:@fazenda/tela.desenhar",
    ]);
    expect(find("symbol:@fazenda/nucleo.Talhao")).toMatchObject({
      location: { file: "packages/nucleo/src/talhao.ts", line: 3 },
      attributes: { kind: "interface", documented: true },
    });
    expect(find("symbol:@fazenda/tela.Talhao").attributes).toMatchObject({ kind: "reference" });
  });

  test("are linked: what they build on, what they pass on, what their comments name", () => {
    const { find, references } = found;
    expect(references).toContain("package:@fazenda/tela uses package:@fazenda/nucleo");
    expect(references).toContain("module:@fazenda/nucleo/mapas part-of package:@fazenda/nucleo");
    expect(references).toContain(
      "symbol:@fazenda/tela.Talhao refers-to symbol:@fazenda/nucleo.Talhao",
    );
    expect(find("symbol:@fazenda/nucleo.Talhao").description?.text).toBe(
      "Um talhão; ver [[symbol:@fazenda/nucleo/mapas.Mapa|Mapa]].",
    );
    expect(find("symbol:@fazenda/tela.desenhar").description?.text).toContain(
      "[[symbol:@fazenda/nucleo/mapas.Mapa|o mapa]]",
    );
  });

  test("know what a name means in a package: what its own entry point exports, and types of the language", async () => {
    const { find, diagnostics } = await read({
      "package.json": json({
        name: "a",
        exports: { ".": "./dist/index.js", "./novo": "./dist/novo.js" },
      }),
      "src/index.ts": `export { f } from "./velho";\n`,
      "src/velho.ts": "export function f(): void {}\n",
      "src/novo.ts":
        "export function f(): void {}\n/** Como {@link f}, com {@linkcode bigint}. */\nexport const g = 1;\n",
    });
    expect(diagnostics).toEqual([]);
    expect(find("symbol:a/novo.g").description?.text).toBe(
      "Como [[symbol:a/novo.f|f]], com `bigint`.",
    );
  });

  test("may be those of pnpm, or of Deno", async () => {
    const pnpm = await read({
      "package.json": json({ private: true }),
      "pnpm-workspace.yaml": "packages:\n  - 'pacotes/*'\n",
      "pacotes/a/package.json": json({
        name: "a",
        exports: { source: "./codigo.ts", default: "./x.js" },
      }),
      "pacotes/a/codigo.ts": "export const a = 1;\n",
    });
    expect(pnpm.ids("symbol")).toEqual(["symbol:a.a"]);
    const deno = await read({
      "deno.json": json({ workspace: ["./b"] }),
      "b/deno.json": json({ name: "@std/b", exports: { ".": "./mod.ts", "./c": "./c.ts" } }),
      "b/mod.ts": `export * from "./c.ts";\n`,
      "b/c.ts": "export const c = 1;\n",
    });
    expect(deno.ids("symbol")).toEqual(["symbol:@std/b.c", "symbol:@std/b/c.c"]);
  });

  test("whose entry points are a pattern have a module for each file", async () => {
    const { ids } = await read({
      "package.json": json({ name: "a", exports: { "./*": "./dist/*.js" } }),
      "src/um.ts": "export const um = 1;\n",
      "src/dois.ts": "export const dois = 2;\n",
      "src/dois.test.ts": "export const teste = 3;\n",
    });
    expect(ids("module")).toEqual(["module:a/dois", "module:a/um"]);
  });
});

describe("what cannot be documented of packages", () => {
  test("is said: an entry point whose source is not there", async () => {
    const { diagnostics, ids } = await read({
      "package.json": json({
        name: "a",
        exports: { ".": "./dist/index.js", "./b": "./dist/b.js" },
      }),
      "src/index.ts": "export const a = 1;\n",
    });
    expect(ids("module")).toEqual(["module:a"]);
    expect(diagnostics).toMatchObject([
      {
        code: "sources/package-entry-without-source",
        severity: "info",
        args: { name: "a", names: ["./b"] },
        file: "package.json",
        line: 2,
      },
    ]);
  });

  test("is said: a folder without packages, or outside the project", async () => {
    const problem = [{ code: "sources/no-packages", severity: "error" }];
    expect((await read({ "src/a.ts": "export const a = 1;\n" })).diagnostics).toMatchObject(
      problem,
    );
    const outside = await read({ "package.json": json({ workspaces: ["../*"] }) });
    expect(outside.diagnostics).toMatchObject(problem);
  });

  test("is said: a manifest that is not JSON", async () => {
    const { diagnostics } = await read({ "package.json": '{ "name": "a", ' });
    expect(diagnostics[0]).toMatchObject({ severity: "error", file: "package.json" });
  });
});
