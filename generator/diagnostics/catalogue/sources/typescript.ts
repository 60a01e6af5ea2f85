import { entry } from "../entry.ts";

const shown = 5;

/** `./a`, `./b` … */
const list = (names: readonly string[]): string =>
  names
    .slice(0, shown)
    .map((name) => `\`${name}\``)
    .join(", ") + (names.length > shown ? ` … (${String(names.length)})` : "");

export const typescriptCatalogue = {
  "sources/typescript-syntax": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `TypeScript does not understand this: ${reason}`,
      hint: () => "correct the line; `npx tsc --noEmit` shows the same error",
      about:
        "The file is not TypeScript at this place. What stands around it is documented as far as the compiler understands it, but a declaration may be missing or wrong.",
    },
    pt: {
      message: ({ reason }) => `o TypeScript não entende este trecho: ${reason}`,
      hint: () => "corrija a linha; `npx tsc --noEmit` mostra o mesmo erro",
      about:
        "Neste ponto o arquivo não é TypeScript. O que está em volta é documentado até onde o compilador entende, mas uma declaração pode faltar ou sair errada.",
    },
  }),
  "sources/typescript-symbol-failed": entry<{ name: string; reason: string }>({
    severity: "error",
    en: {
      message: ({ name, reason }) => `\`${name}\` cannot be documented: ${reason}`,
      hint: () => "write its type out, or export something simpler",
      about:
        "The compiler fails on this declaration. The others are documented; this one is missing from its page.",
    },
    pt: {
      message: ({ name, reason }) => `\`${name}\` não pode ser documentado: ${reason}`,
      hint: () => "escreva o tipo por extenso, ou exporte algo mais simples",
      about:
        "O compilador falha nesta declaração. As outras são documentadas; esta falta em sua página.",
    },
  }),
  "sources/no-packages": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `no package is found at \`${path}\``,
      hint: () => "name a folder with a `package.json`, or leave `packages` out to document files",
      about:
        "An entry of `sources.typescript` asks for packages. The folder that it names has no manifest, or none of the packages of its workspace has a name and an entry point whose source is there.",
    },
    pt: {
      message: ({ path }) => `nenhum pacote é encontrado em \`${path}\``,
      hint: () =>
        "indique uma pasta com um `package.json`, ou retire `packages` para documentar arquivos",
      about:
        "Uma entrada de `sources.typescript` pede pacotes. A pasta indicada não tem manifesto, ou nenhum dos pacotes de seu workspace tem nome e um ponto de entrada cuja fonte esteja presente.",
    },
  }),
  "sources/package-entry-without-source": entry<{ name: string; names: readonly string[] }>({
    severity: "info",
    en: {
      message: ({ name, names }) =>
        `the source of ${list(names)} of \`${name}\` is not found, so it is not documented`,
      hint: () =>
        'give the entry point a condition that leads to its TypeScript source, such as `"source": "./src/a.ts"`',
      about:
        "The manifest of a package states an entry point that is built, and no TypeScript file has the name that it would be built from. Other entry points of the package are documented.",
    },
    pt: {
      message: ({ name, names }) =>
        `a fonte de ${list(names)} de \`${name}\` não é encontrada, e por isso não é documentada`,
      hint: () =>
        'dê ao ponto de entrada uma condição que leve à sua fonte TypeScript, como `"source": "./src/a.ts"`',
      about:
        "O manifesto de um pacote declara um ponto de entrada que é gerado, e nenhum arquivo TypeScript tem o nome de que ele seria gerado. Os outros pontos de entrada do pacote são documentados.",
    },
  }),
  "sources/typescript-failed": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `TypeDoc cannot document the code: ${reason}`,
      hint: () => "name fewer files under `sources.typescript` to find the one it fails on",
      about:
        "TypeDoc, which reads the code, gave up. Nothing of the TypeScript source is in the graph, so its pages would be missing.",
    },
    pt: {
      message: ({ reason }) => `o TypeDoc não consegue documentar o código: ${reason}`,
      hint: () => "indique menos arquivos em `sources.typescript` para achar o que o faz falhar",
      about:
        "O TypeDoc, que lê o código, desistiu. Nada da fonte TypeScript está no grafo, e suas páginas faltariam.",
    },
  }),
};
