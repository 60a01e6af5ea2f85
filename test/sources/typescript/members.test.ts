import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { readSymbols } from "../../support/typescript.ts";

test("members say their type, their modifiers and all that their author says of them", async () => {
  const root = temporaryFolder({
    "src/a.ts": `
export class Fila {
  /** Quantos há. */
  get tamanho(): number { return 1; }
  /**
   * O teto.
   * @returns sempre positivo
   */
  get teto() { return 2; }
  set teto(valor: number) {}
  b = 2;
  /** Chamado ao fim. */
  aoFim?: (erro: Error) => void;
  protected static readonly marca: string = "x";
  /**
   * Um texto.
   * @typeParam T - o que vem
   * @param a - o texto,
   *   inteiro
   * @returns o mesmo
   * @throws {TypeError} sem texto
   */
  ler<T>(a: T): string;
  /** Um número. */
  ler(a: number): number;
  ler(a: never): never { return a; }
}
export class Cheia extends Fila {
  constructor(readonly p = 3) { super(); }
}
export interface Mapa { [chave: string]: number }
export type Opções = {
  /** Em ms. */
  readonly espera?: number;
} & { id: string };
export enum Cor {
  /** Do céu. */
  Azul = 1,
  Verde,
}
/**
 * Soma textos.
 */
export function soma(a: string): string;
/**
 * Soma números.
 * @param a - o número
 * @param resto - os outros
 */
export function soma(a: number, ...resto: number[]): number;
export function soma(a: never): never { return a; }
`,
  });
  const { symbol } = await readSymbols(root);
  const shown = (name: string) =>
    symbol(name).attributes.members.map(({ name, modifiers, isOptional, types, initial }) =>
      [...modifiers, `${name}${isOptional ? "?" : ""}:`, types.join(" | "), initial ?? ""]
        .join(" ")
        .trim(),
    );
  const said = (name: string, member: string) =>
    symbol(name).attributes.members.find((each) => each.name === member)?.description?.text;
  expect(shown("src/a.Fila")).toEqual([
    'protected static readonly marca: string "x"',
    "get tamanho: number",
    "get set teto: number",
    "b: number 2",
    "aoFim?: (erro: Error) => void",
    "ler: <T>(a: T) => string | (a: number) => number",
  ]);
  expect(said("src/a.Fila", "tamanho")).toBe("Quantos há.");
  expect(said("src/a.Fila", "teto")).toBe("O teto.\n\n**returns** sempre positivo");
  expect(said("src/a.Fila", "aoFim")).toBe("Chamado ao fim.");
  expect(said("src/a.Fila", "ler")).toBe(
    "Um texto.\n\n**returns** o mesmo\n\n**throws** `TypeError` sem texto\n\n" +
      "- `T`: o que vem\n- `a`: o texto,\n    inteiro\n\n`(a: number) => number`\n\nUm número.",
  );
  expect(shown("src/a.Cheia")).toEqual([
    "constructor: new (readonly p = 3) => Cheia",
    "readonly p: number 3",
  ]);
  expect(shown("src/a.Mapa")).toEqual(["[chave: string]: number"]);
  expect(shown("src/a.Opções")).toEqual(["readonly espera?: number", "id: string"]);
  expect(said("src/a.Opções", "espera")).toBe("Em ms.");
  expect(shown("src/a.Cor")).toEqual(["Azul: 1"]);
  expect(symbol("src/a.soma").description?.text).toBe(
    "Soma textos.\n\n`(a: number, ...resto: number[]) => number`\n\nSoma números.",
  );
  expect(shown("src/a.soma")).toEqual(["a: number", "...resto: number[]"]);
});
