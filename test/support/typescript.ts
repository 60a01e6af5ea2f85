import { readTypeScript } from "#sources/typescript/read-typescript.ts";

/** What the files below `path` say, with their symbols by name. */
export async function readSymbols(root: string, foreign = false, path = "src") {
  const { value, diagnostics } = await readTypeScript({ root, entries: [{ path, foreign }] });
  const items = value.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const symbols = items.flatMap((item) => (item.kind === "symbol" ? [item] : []));
  return {
    value,
    diagnostics,
    items,
    symbol: (name: string) => symbols.find(({ id }) => id === `symbol:${name}`)!,
    signatures: symbols.map(({ attributes }) => attributes.signature),
  };
}
