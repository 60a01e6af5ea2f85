import { entry } from "../entry.ts";

interface LabelArguments {
  readonly label: string;
}

interface LinkArguments {
  readonly url: string;
}

/** What can be wrong with the part of a page that a link of a folder names. */
export const folderAnchorsCatalogue = {
  "verify/accent-variant-anchor": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` writes its anchor with other accents or signs`,
      about:
        "Renderers make anchors in different ways: GitHub keeps accents, VitePress and Python-Markdown drop them. The page has a heading that is the same but for accents or signs; `--anchors` tells who renders the pages.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` escreve a âncora com outros acentos ou sinais`,
      about:
        "Cada programa faz as âncoras a seu modo: o GitHub mantém os acentos, o VitePress e o Python-Markdown os tiram. A página tem um título igual a menos de acentos ou sinais; `--anchors` diz quem gera as páginas.",
    },
  }),
  "verify/unstable-anchor": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` depends on the order of equal headings`,
      about:
        "Headings of the same words are told apart by a number that counts them. A heading added or moved above changes what the link leads to. Give the heading other words, or an id of its own.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` depende da ordem de títulos iguais`,
      about:
        "Títulos com as mesmas palavras se distinguem por um número que os conta. Um título acrescentado ou movido acima muda o destino do link. Dê ao título outras palavras ou um id próprio.",
    },
  }),
  "verify/anchor-into-file": entry<LinkArguments>({
    severity: "warning",
    en: {
      message: ({ url }) => `the link \`${url}\` names a part of a file that has no parts`,
      about:
        "Only pages have anchors. Lines of a source (`#L10`) and what viewers of PDF and pictures understand (`#page=2`) are let pass.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` nomeia uma parte de um arquivo que não tem partes`,
      about:
        "Só páginas têm âncoras. Linhas de um código (`#L10`) e o que os leitores de PDF e imagem entendem (`#page=2`) são aceitos.",
    },
  }),
  "verify/empty-fragment": entry<LinkArguments>({
    severity: "warning",
    en: {
      message: ({ url }) => `the link \`${url}\` leads to the top of its own page`,
      about:
        "A `#` alone is what stays of a link that was never finished. Name the part of the page, or remove the link.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` leva ao topo da própria página`,
      about:
        "Um `#` sozinho é o que resta de um link que não foi terminado. Nomeie a parte da página ou remova o link.",
    },
  }),
  "verify/invalid-anchor": entry<LabelArguments>({
    severity: "warning",
    en: {
      message: ({ label }) => `the id \`${label}\` has white space in it`,
      about:
        "HTML ids hold no white space, and no link reaches one that does. Write dashes instead.",
    },
    pt: {
      message: ({ label }) => `o id \`${label}\` tem espaço em branco`,
      about:
        "Ids de HTML não contêm espaço em branco, e nenhum link alcança um que contenha. Escreva hífens no lugar.",
    },
  }),
  "verify/repeated-anchor": entry<LabelArguments>({
    severity: "info",
    en: {
      message: ({ label }) => `the anchor \`${label}\` is a repetition in its page`,
      about:
        "Two places of a page have the same words or id. A link reaches the first of them, or depends on a number that changes with the order.",
    },
    pt: {
      message: ({ label }) => `a âncora \`${label}\` é repetição na página`,
      about:
        "Dois lugares da página têm as mesmas palavras ou o mesmo id. Um link alcança o primeiro ou depende de um número que muda com a ordem.",
    },
  }),
};
