import { entry } from "../entry.ts";

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
