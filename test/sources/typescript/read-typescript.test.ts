import type { Fact } from "#model/fact.ts";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { readSymbols as read } from "../../support/typescript.ts";

const references = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap(({ ...fact }) =>
    fact.fact === "reference"
      ? [`${fact.reference.from} ${fact.reference.role} ${fact.reference.to}`]
      : [],
  );

describe("what a module exports", () => {
  test("is printed as TypeScript, without bodies and comments", async () => {
    const root = temporaryFolder({
      "src/a.ts": `
        export function soma<T extends number>(a: T, b = 1 /* um */): number { return a + b; }
        export const dobro = (x: number) => x * 2;
        export const limite = 10;
        export const nomes = ["a", "b"] as const;
        export interface Ponto<T> extends Base { readonly x: T; y?: string; mover(dx: number): void }
        export interface Base { id: string }
        export type Forma = "círculo" | "linha";
        export class Caixa extends Error implements Base { id = ""; #oculto = 1; abrir(): void {} private segredo = 2 }
        export enum Cor { Azul, Verde = "verde" }
        export function longa(primeiro: string, segundo: Readonly<Record<string, number>>, terceiro?: boolean): void {}
        export function dupla(a: string): string;
        export function dupla(a: number): number;
        export function dupla(a: never): never { return a; }
        const interno = 1;
        export default interno;
      `,
    });
    const { signatures, symbol } = await read(root);
    expect(signatures).toEqual([
      "function soma<T extends number>(a: T, b = 1): number",
      "const dobro: (x: number) => number",
      "const limite: 10",
      'const nomes: readonly ["a", "b"]',
      "interface Ponto<T> extends Base",
      "interface Base",
      'type Forma = "círculo" | "linha"',
      "class Caixa extends Error implements Base",
      'enum Cor {\n  Azul,\n  Verde = "verde",\n}',
      "function longa(\n  primeiro: string,\n  segundo: Readonly<Record<string, number>>,\n  terceiro?: boolean,\n): void",
      "function dupla(a: string): string\n\nfunction dupla(a: number): number",
      "const interno: 1",
    ]);
    expect(
      symbol("src/a.Ponto").attributes.members.map(({ name, modifiers, isOptional, types }) =>
        [...modifiers, isOptional ? `${name}?` : name, ...types].join(" "),
      ),
    ).toEqual(["readonly x T", "y? string", "mover (dx: number) => void"]);
    const members = symbol("src/a.Caixa").attributes.members.map(({ name }) => name);
    expect(members).toEqual(["id", "abrir"]);
  });

  test("belongs to the file where it stands; elsewhere it is a reference to there", async () => {
    const root = temporaryFolder({
      "src/a-index.ts": `/** A porta. */\nexport { f, f as g, type T } from "./z.ts";\n`,
      "src/z.ts": `/** Faz. */\nexport function f(): void {}\nexport interface T { a: string }\n`,
    });
    const { items, symbol, value } = await read(root);
    expect(symbol("src/z.f").attributes.kind).toBe("function");
    expect(symbol("src/a-index.g").attributes).toMatchObject({
      kind: "reference",
      signature: 'export { f as g } from "src/z"',
    });
    expect(references(value)).toContain("symbol:src/a-index.g refers-to symbol:src/z.f");
    expect(references(value)).toContain("symbol:src/z.T part-of module:src/z");
    expect(items.find(({ id }) => id === "module:src/a-index")!.description).toEqual({
      text: "A porta.",
      location: { file: "src/a-index.ts", line: 1, column: 5 },
    });
  });

  test("of another module as a whole is a reference to that module", async () => {
    const root = temporaryFolder({
      "src/a.ts": `export * as ns from "./b.ts";\nexport const a = 1;\n`,
      "src/b.ts": "export const b=1;\n",
    });
    const { symbol, value, diagnostics } = await read(root);
    expect(diagnostics).toEqual([]);
    expect(symbol("src/a.ns").attributes).toMatchObject({
      kind: "reference",
      signature: 'export * as ns from "src/b"',
    });
    expect(references(value)).toContain("symbol:src/a.ns refers-to module:src/b");
    expect(symbol("src/a.a").attributes.kind).toBe("variable");
  });

  test("of a module that is not documented itself is a namespace with its members", async () => {
    const root = temporaryFolder({
      "src/a.ts": `export * as ns from "../outro/b.ts";\n`,
      "outro/b.ts": "export const b: string = '';\nexport function f(a = 1): void {}\n",
    });
    const { symbol, diagnostics } = await read(root);
    expect(diagnostics).toEqual([]);
    expect(symbol("src/a.ns").attributes).toMatchObject({ kind: "namespace" });
    expect(symbol("src/a.ns").attributes.members.map(({ name }) => name)).toEqual(["b", "f"]);
  });

  test("by default goes by the name of its declaration, or else of its file", async () => {
    const root = temporaryFolder({
      "src/fila.ts": "export default class PQueue {}\n",
      "src/nome.ts": "function soma(): void {}\nexport { soma as default };\n",
      "src/sem-nome.ts": "export default function (): void {}\n",
      "src/valor.ts": "export default { a: 1 };\n",
      "src/duas.ts": "export class Duas {}\nexport default Duas;\n",
    });
    const { items, symbol } = await read(root);
    const defaults = items.flatMap((item) =>
      item.kind === "symbol" && item.attributes.isDefault === true ? [item.id] : [],
    );
    expect(defaults.toSorted()).toEqual([
      "symbol:src/duas.default",
      "symbol:src/fila.PQueue",
      "symbol:src/nome.soma",
      "symbol:src/sem-nome.sem-nome",
      "symbol:src/valor.valor",
    ]);
    expect(symbol("src/duas.Duas").attributes.kind).toBe("class");
    expect(symbol("src/duas.default").attributes.kind).toBe("reference");
  });

  test("from a package is a reference at its own line, whether it is installed or not", async () => {
    const root = temporaryFolder({
      "src/a.ts": `
import fora, { type Tipo } from "fora";
export { ausente, default as outro } from "nao-instalado";
export { fora, type Tipo };
`,
      "package.json": `{ "type": "module" }`,
      "node_modules/fora/package.json": `{ "name": "fora", "version": "1.0.0", "type": "module", "types": "index.d.ts" }`,
      "node_modules/fora/index.d.ts":
        "export interface Tipo { a: 1 }\nexport default function f(): void;\n",
    });
    const { items } = await read(root);
    const found = items.flatMap((item) =>
      item.kind === "symbol"
        ? [
            `${String(item.location.line)} ${item.attributes.package ?? "-"} ${item.attributes.signature}`,
          ]
        : [],
    );
    expect(found.toSorted()).toEqual([
      '3 nao-instalado export { ausente } from "nao-instalado"',
      '3 nao-instalado export { default as outro } from "nao-instalado"',
      '4 fora export { Tipo } from "fora"',
      '4 fora export { default as fora } from "fora"',
    ]);
  });

  test("shows a type and a value of one name as one symbol", async () => {
    const root = temporaryFolder({
      "src/a.ts": `export const cor = ["a"] as const;\nexport type cor = (typeof cor)[number];\n`,
    });
    const { signatures } = await read(root);
    expect(signatures).toHaveLength(1);
    expect(signatures[0]).toContain("const cor");
    expect(signatures[0]).toContain("type cor");
  });
});

describe("what is read", () => {
  test("code that does not compile is documented as far as it goes, and reported at its line", async () => {
    const root = temporaryFolder({
      "src/a.ts": `export const a: Inexistente = 1;\nexport const c = ;\nexport const b = 2;\n`,
    });
    const own = await read(root);
    expect(own.diagnostics[0]).toMatchObject({
      code: "sources/typescript-syntax",
      severity: "error",
      file: "src/a.ts",
      line: 2,
    });
    expect(own.symbol("src/a.b").attributes.signature).toBe("const b: 2");
    const foreign = await read(root, true);
    expect(foreign.diagnostics.every(({ severity }) => severity === "warning")).toBe(true);
  });

  test("a folder without TypeScript is reported", async () => {
    const { diagnostics } = await read(temporaryFolder({ "src/a.txt": "x", "src/b.d.ts": "" }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["sources/folder-without-files"]);
  });

  test("settings of the project run no code and reach nothing outside", async () => {
    const root = temporaryFolder({
      "projeto/tsconfig.json": JSON.stringify({
        extends: "../fora.json",
        compilerOptions: { strict: true, plugins: [{ name: "./plugin.js" }] },
        typedocOptions: { plugin: ["./plugin.js"], out: "escrito" },
      }),
      "projeto/plugin.js": `throw new Error("executado");`,
      "projeto/src/a.ts": `export { segredo } from "../../fora.ts";\nexport const a = 1;\n`,
      "fora.ts": `export const segredo = "SENHA";\n`,
      "fora.json": "{}",
    });
    symlinkSync(join(root, "fora.ts"), join(root, "projeto/src/ligado.ts"));
    const { value, symbol } = await read(join(root, "projeto"), true);
    expect(symbol("src/a.a").attributes.signature).toBe("const a: 1");
    expect(JSON.stringify(value)).not.toContain("SENHA");
    expect(readdirSync(join(root, "projeto"))).not.toContain("escrito");
  });
});

test("code that the compiler itself cannot take is a finding, not a crash", async () => {
  const nested = `export const x = ${"(".repeat(30_000)}1${")".repeat(30_000)};`;
  const { diagnostics, items } = await read(temporaryFolder({ "src/a.ts": nested }));
  expect(diagnostics).toMatchObject([{ code: "sources/typescript-failed", severity: "error" }]);
  expect(items).toEqual([]);
});

describe("the cache", () => {
  beforeEach(() => {
    vi.stubEnv("RASTRO_CACHE", "");
  });
  const project = () =>
    temporaryFolder({
      "src/a.ts": `import type { B } from "../outro/b.ts";\nexport const a = (b: B) => b.x;\n`,
      "outro/b.ts": `export interface B { readonly x: string }\n`,
      "node_modules/.keep": "",
    });
  const cacheOf = (root: string) => join(root, "node_modules/.cache/rastro");
  const cached = (root: string) => {
    const folder = cacheOf(root);
    return readdirSync(folder).map((name) => join(folder, name));
  };

  test("answers the same as the compiler, without it", async () => {
    const root = project();
    const first = await read(root);
    expect((await read(root)).value).toEqual(first.value);
    const [file = "", ...more] = cached(root);
    expect(more).toEqual([]);
    // What was written down is believed, so nobody asks again.
    const { value, ...entry } = JSON.parse(
      readFileSync(file, "utf8").replaceAll("=> string", "=> text"),
    ) as { value: object };
    const digest = createHash("sha256").update(JSON.stringify(value)).digest("hex");
    writeFileSync(file, JSON.stringify({ ...entry, value, digest }));
    expect((await read(root)).signatures).toEqual(["const a: (b: B) => text"]);
  });

  test("forgets when a file changes that the answer came from, even one beside the entries", async () => {
    const root = project();
    expect((await read(root)).signatures).toEqual(["const a: (b: B) => string"]);
    writeFileSync(join(root, "outro/b.ts"), "export interface B { readonly x: number }\n");
    expect((await read(root)).signatures).toEqual(["const a: (b: B) => number"]);
    writeFileSync(join(root, "src/c.ts"), "export const c = 1;\n");
    expect((await read(root)).signatures).toEqual(["const a: (b: B) => number", "const c: 1"]);
  });

  test("is ignored when it is damaged or edited", async () => {
    const root = project();
    const first = await read(root);
    const [file] = cached(root);
    const text = readFileSync(file!, "utf8");
    for (const damage of [text.slice(0, 100), text.replaceAll("src/a.a", "src/a.mentira"), "[]"]) {
      writeFileSync(file!, damage);
      expect((await read(root)).value).toEqual(first.value);
    }
  });

  test("is not made where nobody wants one", async () => {
    vi.stubEnv("RASTRO_CACHE", "off");
    const root = temporaryFolder({ "src/a.ts": "export const a = 1;\n" });
    mkdirSync(join(root, "vazio"));
    await read(root);
    expect(readdirSync(root).toSorted()).toEqual(["src", "vazio"]);
  });
});
