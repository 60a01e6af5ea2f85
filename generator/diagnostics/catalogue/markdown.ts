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
  "markdown/unsafe-link": entry<{ url: string }>({
    severity: "warning",
    en: {
      message: ({ url }) => `the link to \`${url}\` is not kept: only its words are`,
      hint: () => "link to an address with `https:`, `http:` or `mailto:`, or to a file",
      about:
        "A page follows addresses of the web and of mail, and files of the project. An address that runs something (`javascript:`), shows a file of the reader's machine (`file:`) or holds a document of its own (`data:`) could do harm, and browsers do not open `ftp:` and others. The words of the link stay.",
    },
    pt: {
      message: ({ url }) => `o link para \`${url}\` não é mantido: só as suas palavras`,
      hint: () => "aponte para um endereço com `https:`, `http:` ou `mailto:`, ou para um arquivo",
      about:
        "Uma página leva a endereços da web e de e-mail e a arquivos do projeto. Um endereço que executa algo (`javascript:`), mostra um arquivo da máquina de quem lê (`file:`) ou contém um documento (`data:`) pode causar dano, e navegadores não abrem `ftp:` e outros. As palavras do link ficam.",
    },
  }),
  "markdown/dropped-element": entry<{ name: string }>({
    severity: "warning",
    en: {
      message: ({ name }) => `\`<${name}>\` is left out, with all that is in it`,
      hint: () => "write what it says in Markdown, or link to it",
      about:
        "Pages hold no code, styles, drawings or other documents that stand in somebody's text: they could do harm, and they look different or not at all on a forge. What stands between the tags goes with them. A word in angle brackets that is meant as text is written in backticks.",
    },
    pt: {
      message: ({ name }) => `\`<${name}>\` fica de fora, com tudo o que contém`,
      hint: () => "escreva em Markdown o que ele diz ou aponte para ele",
      about:
        "As páginas não levam código, estilos, desenhos nem outros documentos que estejam no texto de alguém: eles podem causar dano e aparecem de outro modo, ou não aparecem, numa plataforma como o GitHub. O que está entre as marcas sai com elas. Uma palavra entre sinais de menor e maior que é mesmo texto se escreve entre crases.",
    },
  }),
};
