import { buildGraph } from "#graph/index.ts";
import type { Fact } from "#model/fact.ts";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { readSymbols as read } from "../../support/typescript.ts";

describe("doc comments", () => {
  test("become prose at its place, with links to what is documented", async () => {
    const root = temporaryFolder({
      "src/a.ts": `
/**
 * Soma como {@link dobro} e {@link table:public.x}; veja {@link Promise} e
 * {@link https://example.org | lá}.
 * @param a - o primeiro
 * @returns a soma
 * @deprecated use outra
 */
export function soma(a: number, b: number): number { return a + b; }
export const dobro = (x: number): number => x * 2;
`,
    });
    const { symbol } = await read(root);
    const { description, attributes } = symbol("src/a.soma");
    expect(description).toEqual({
      text: "Soma como [[symbol:src/a.dobro|dobro]] e [[table:public.x]]; veja `Promise` e\n[lá](https://example.org).\n\n**returns** a soma\n\n**deprecated** use outra",
      location: { file: "src/a.ts", line: 3, column: 4 },
    });
    expect(attributes).toMatchObject({ documented: true, deprecated: true });
    expect(attributes.members).toEqual([
      {
        name: "a",
        isParameter: true,
        modifiers: [],
        isOptional: false,
        types: ["number"],
        description: { text: "o primeiro", location: { file: "src/a.ts", line: 3, column: 4 } },
      },
    ]);
    expect(symbol("src/a.dobro").attributes.documented).toBe(false);
  });

  test("keep the code of an example as it is written, whatever stands around it", async () => {
    const root = temporaryFolder({
      "src/a.ts": `
/**
 * Lê.
 *
 * @example
 *
 * \`\`\`js
 * lê("?a=b&c=d");
 *
 * // { a: ["b"] }
 * \`\`\`
 *
 * @note
 * Sem \`__proto__\`.
 *
 * @group Consulta_url
 * @throws {TypeError} sem texto
 */
export function lê(a: string): void {}

/**
 * @example Dois
 * \`\`\`
 * f(1)
 * \`\`\`
 * @returns - um
 * - dois
 */
export function f(a: number): void {}

/**
 * @beta
 * @example
 * g(1)
 *   g(2)
 */
export function g(a: number): void {}
`,
    });
    const { symbol } = await read(root);
    expect(symbol("src/a.lê").description?.text).toBe(
      'Lê.\n\n**example**\n\n```js\nlê("?a=b&c=d");\n\n// { a: ["b"] }\n```\n\n' +
        "**note** Sem `__proto__`.\n\n**throws** `TypeError` sem texto",
    );
    expect(symbol("src/a.f").description?.text).toBe(
      "**example** Dois\n\n```\nf(1)\n```\n\n**returns**\n\n- um\n- dois",
    );
    expect(symbol("src/a.g").description?.text).toBe(
      "**beta**\n\n**example**\n\n```ts\ng(1)\n  g(2)\n```",
    );
  });

  test("say what of them is not shown, as a warning", async () => {
    const root = temporaryFolder({
      "src/a.ts": `/**
 * Faz <script>x()</script>
 * e [abre](javascript:y).
 */
export const a = 1;
`,
    });
    const { diagnostics } = await read(root);
    expect(diagnostics).toMatchObject([
      { code: "markdown/unsafe-link", severity: "warning", file: "src/a.ts", line: 3 },
      { code: "markdown/dropped-element", severity: "warning", file: "src/a.ts", line: 2 },
    ]);
  });

  test("report what they link to and nobody has, where it is written", async () => {
    const root = temporaryFolder({
      "src/a.ts": `/** Módulo: [[modulo]]. @module */

/** See [x](nope.md), [[nada]]. */
export const a = 1;

/**
 * De {@link Map}, {@link fora}, {@link a}, [x](nope.md).
 * @returns veja {@link nope | isto} e
 *   {@link nope}
 */
export function f(b: Fora): void {}

export interface I {
  /**
   * Campo.
   * [y](outro.md)
   */
  campo: string;
}

import { fora, type Fora } from "fora";
`,
    });
    const linksOf = (facts: readonly Fact[]) =>
      facts.flatMap((fact) =>
        fact.fact === "reference" && fact.reference.role === "mentions" ? [fact.reference] : [],
      );
    const { value } = await read(root);
    const found = linksOf(value).map(
      ({ from, to, location }) => `${String(location.line)} ${from} ${to}`,
    );
    expect(found.toSorted()).toEqual([
      "1 module:src/a modulo",
      "16 symbol:src/a.I page:src/outro",
      "3 symbol:src/a.a nada",
      "3 symbol:src/a.a page:src/nope",
      "7 symbol:src/a.f page:src/nope",
      "7 symbol:src/a.f symbol:src/a.a",
      "8 symbol:src/a.f nope",
      "9 symbol:src/a.f nope",
    ]);
    const { diagnostics } = buildGraph(value);
    expect(diagnostics.map(({ code, severity, line }) => [code, severity, line])).toContainEqual([
      "graph/dangling-reference",
      "error",
      9,
    ]);
    const foreign = linksOf((await read(root, true)).value);
    expect(foreign.every((reference) => reference.foreign === true)).toBe(true);
  });

  test("find an export by its name alone, from a file that does not import it", async () => {
    const root = temporaryFolder({
      "src/index.ts": `export { concat } from "./one.ts";\n`,
      "src/one.ts": `export const concat = 1;\nexport const twice = 1;\n`,
      "src/two.ts": `export const concat = 2;\nexport const twice = 2;\nexport const take = 2;\n`,
      "src/a.ts":
        "/** {@link take}, {@link take() | all}, {@link take#now}, {@link concat}, {@link twice}. */\nexport const a = 1;\n",
    });
    const { symbol } = await read(root);
    expect(symbol("src/a.a").description?.text).toBe(
      "[[symbol:src/two.take|take]], [[symbol:src/two.take|all]], " +
        "[[symbol:src/two.take|take#now]], [[symbol:src/one.concat|concat]], [[twice]].",
    );
  });

  test("bring in no file, from wherever they ask for one", async () => {
    const root = temporaryFolder({
      "projeto/src/a.ts": `/** {@include ../../segredo.md} {@includeCode ../../segredo.md} */\nexport const a = 1;\n`,
      "segredo.md": "SENHA",
    });
    const { symbol, value } = await read(join(root, "projeto"));
    expect(JSON.stringify(value)).not.toContain("SENHA");
    expect(symbol("src/a.a").description?.text).toContain("{@include ../../segredo.md}");
  });
});
