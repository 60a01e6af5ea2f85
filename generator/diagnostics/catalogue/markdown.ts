import { entry } from "./entry.ts";

export const markdownCatalogue = {
  "markdown/no-engine": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the Markdown engine \`satteri\` does not load here: ${reason}`,
      hint: () =>
        "install again on this machine with `npm ci`, or bring the WebAssembly build with `npm install --no-save --force @bruits/satteri-wasm32-wasi`",
      about:
        "Pages are parsed by a native engine that has a binding for each system. When dependencies were installed on another system, or optional ones were left out, the binding is missing. Installing again brings it; the WebAssembly build works everywhere, more slowly.",
    },
    pt: {
      message: ({ reason }) => `o motor de Markdown \`satteri\` não carrega aqui: ${reason}`,
      hint: () =>
        "instale de novo nesta máquina com `npm ci`, ou traga a versão em WebAssembly com `npm install --no-save --force @bruits/satteri-wasm32-wasi`",
      about:
        "As páginas são lidas por um motor nativo que tem um módulo para cada sistema. Quando as dependências foram instaladas em outro sistema, ou as opcionais ficaram de fora, o módulo falta. Uma nova instalação o traz; a versão em WebAssembly funciona em todos, mais devagar.",
    },
  }),
  "markdown/nested-too-deep": entry<Record<never, never>>({
    severity: "warning",
    en: {
      message: () => "the text is nested too deeply and is shown as code",
      hint: () => "write it with fewer quotes, lists or brackets inside one another",
      about:
        "Quotes, lists, emphasis and tags may stand inside one another. A text with more than a hundred levels is written by mistake or to do harm: it is shown as it is written, as code, and its links lead nowhere.",
    },
    pt: {
      message: () => "o texto tem níveis demais e aparece como código",
      hint: () => "escreva-o com menos citações, listas ou colchetes uns dentro dos outros",
      about:
        "Citações, listas, ênfases e elementos podem ficar uns dentro dos outros. Um texto com mais de cem níveis é engano ou ataque: aparece como está escrito, como código, e seus links não levam a lugar nenhum.",
    },
  }),
};
