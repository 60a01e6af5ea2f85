import { readTypeScript } from "#sources/typescript/read-typescript.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { pagesOf } from "../../support/pages.ts";

async function codeOf(files: Readonly<Record<string, string>>, packages = false) {
  const root = temporaryFolder(files);
  const entries = [{ path: packages ? "." : "src", packages, foreign: false }];
  const { value, diagnostics } = await readTypeScript({ root, entries });
  expect(diagnostics).toEqual([]);
  return pagesOf(value);
}

describe("the pages of the code", () => {
  test("show every export once, with its signature, members and origin", async () => {
    const { pages, codes } = await codeOf({
      "src/a/ponto.ts": `
/** Um ponto do mapa; ver {@link distancia}. */
export interface Ponto {
  /** Graus, **leste** | oeste. */
  readonly longitude: number | undefined;
}
/** @deprecated use \`distancia\` */
export const antiga = (a: Ponto): number => a.longitude ?? 0;
export function distancia(a: Ponto, b: Ponto): number { return 0; }
`,
      "src/a/index.ts": `/** A porta. */\nexport { type Ponto as Lugar } from "./ponto.ts";\n`,
      "src/main.ts": `console.log("nada para exportar");\n`,
    });
    expect(codes).toEqual([]);
    expect(Object.keys(pages).filter((path) => path.startsWith("code/"))).toEqual([
      "code/index.md",
      "code/modules/src/a/index.md",
      "code/modules/src/a/ponto.md",
      "code/public-api.md",
    ]);
    const page = pages["code/modules/src/a/ponto.md"]!;
    expect(page.match(/^## .*/gm)).toEqual([
      '## <a id="antiga"></a>antiga',
      '## <a id="distancia"></a>distancia',
      '## <a id="Ponto"></a>Ponto',
    ]);
    expect(page).toContain(
      "```ts\\nfunction distancia(a: Ponto, b: Ponto): number\\n```".replaceAll("\\n", "\n"),
    );
    expect(page).toContain("ver [distancia](#distancia)");
    expect(page).toContain(
      "| `readonly longitude` | `number \\| undefined` | Graus, **leste** \\| oeste. |",
    );
    expect(page).toContain("**obsoleto**");
    expect(pages["code/modules/src/a/index.md"]).toContain(
      '| <a id="Lugar"></a>`Lugar` | [src/a/ponto.Ponto](ponto.md#Ponto) | `src/a/index.ts:2` |',
    );
    expect(pages["code/index.md"]).toContain("| [ponto](modules/src/a/ponto.md) | 3 | 0 | 2/3 |");
  });

  test("name a default export as it is declared, and say where the rest comes from", async () => {
    const { pages, codes } = await codeOf({
      "src/fila.ts": `
export * as nomes from "./nomes.ts";
export { TimeoutError, default as pTimeout } from "p-timeout";
export default class Fila {}
`,
      "src/nomes.ts": "export default () => 1;\n",
    });
    expect(codes).toEqual([]);
    const page = pages["code/modules/src/fila.md"]!;
    expect(page).toContain('## <a id="Fila"></a>Fila\n\n*classe* · exportação padrão');
    expect(page).toContain("class Fila");
    expect(page).toContain("`nomes` | [src/nomes](nomes.md) | `src/fila.ts:2` |");
    expect(page).toContain("`TimeoutError` | reexportado de `p-timeout` | `src/fila.ts:3` |");
    expect(page).toContain("`pTimeout` | reexportado de `p-timeout` | `src/fila.ts:3` |");
    expect(pages["code/modules/src/nomes.md"]).toContain('## <a id="nomes"></a>nomes');
  });

  test("show the first sentence of a member in its row, and the rest below the table", async () => {
    const { pages } = await codeOf({
      "src/a.ts": `
export interface Fila {
  /** Um só, com [um ponto. Aqui](https://example.org). */
  curta?: string;
  /**
   * Põe na fila. Devolve uma promessa.
   *
   * @example
   * \`\`\`js
   * fila.põe(1);
   * fila.põe(2);
   * \`\`\`
   */
  põe(valor: number): void;
}
`,
    });
    const page = pages["code/modules/src/a.md"]!;
    expect(page).toContain(
      "| `curta?` | `string` | Um só, com [um ponto. Aqui](https://example.org). |",
    );
    expect(page).toContain("| `põe` | `(valor: number) => void` | Põe na fila. |");
    expect(page).toContain(
      "### `põe`\n\nPõe na fila. Devolve uma promessa.\n\n**example**\n\n```js\nfila.põe(1);\nfila.põe(2);\n```",
    );
    expect(page).not.toContain("### `curta?`");
  });

  test("hold a fence, HTML and a table's bar in a signature as text", async () => {
    const { pages } = await codeOf({
      "src/a.ts":
        'export const marca = "```\\n<script>alert(1)</script>" as const;\n' +
        "export interface X { readonly a: '|' | '`' }\n",
    });
    const page = pages["code/modules/src/a.md"]!;
    expect(page).toMatch(/^````+ts\n/m);
    expect(page).toContain("| `readonly a` | ``'\\|' \\| '`'`` |");
  });

  test("are not made without code", () => {
    expect(Object.keys(pagesOf([]).pages).filter((path) => path.startsWith("code/"))).toEqual([]);
  });

  test("give each package a page with its entry points, and one with its public API", async () => {
    const manifest = (name: string, more: object) =>
      JSON.stringify({ name, ...more }, undefined, 1);
    const { pages, codes } = await codeOf(
      {
        "package.json": manifest("raiz", { private: true, workspaces: ["p/*"] }),
        "p/a/package.json": manifest("a", { main: "src/index.ts", description: "O núcleo." }),
        "p/a/src/index.ts": `
/** Um ponto. */
export interface Ponto<T> extends Object {
  /** Graus. */
  readonly x: T;
  y?: number;
  mover(dx: number): void;
}
/** @deprecated sem substituto */
export class Caixa { constructor(lado: number) {} abrir(como: string): void {} }
/** @param n quanto */
export function dobro(n: number): number { return 2 * n; }
`,
        "p/b/package.json": manifest("b", { main: "src/index.ts", dependencies: { a: "*" } }),
        "p/b/src/index.ts": `export { Ponto } from "a";\n`,
      },
      true,
    );
    expect(codes).toEqual([]);
    expect(pages["code/index.md"]).toContain(
      "| [a](packages/a.md) | 1 | 3 | 0 | 2/3 | [API pública](public-api/a.md) |",
    );
    expect(pages["code/packages/a.md"]).toContain("O núcleo.");
    expect(pages["code/packages/a.md"]).toContain("| [a](../modules/a.md) | 3 | 0 | 2/3 |");
    expect(pages["code/packages/a.md"]).toContain("## Usado por\n\n- [b](b.md)");
    expect(pages["code/packages/b.md"]).toContain("## Usa\n\n- [a](a.md)");
    expect(pages["code/modules/b.md"]).toContain("[a.Ponto](a.md#Ponto)");
    expect(pages["code/public-api/a.md"]).toContain(`\`\`\`ts
// @deprecated
class Caixa {
  new (lado: number) => Caixa;
  abrir: (como: string) => void;
}

interface Ponto<T> extends Object {
  readonly x: T;
  y?: number;
  mover: (dx: number) => void;
}

function dobro(n: number): number;
\`\`\``);
  });
});
