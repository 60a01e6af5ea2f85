import { entry } from "../entry.ts";

/** What a new site takes away from the readers of the one before it. */
export const publishedCatalogue = {
  "verify/removed-page": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `the published page \`${path}\` is gone, and nothing leads on from it`,
      hint: () =>
        "name its new address under `site.redirects`, or accept the loss with the next publication",
      about:
        "The inventory under `site.published` lists the page, and the new site does not have it: bookmarks and links of others break. A page whose item or source moved redirects by itself. For any other, name the new address under `site.redirects`; where there is none, the finding ends when the new inventory is the published one.",
    },
    pt: {
      message: ({ path }) =>
        `a página publicada \`${path}\` deixou de existir, e nada leva adiante`,
      hint: () =>
        "diga o endereço novo em `site.redirects` ou aceite a perda com a próxima publicação",
      about:
        "O inventário em `site.published` lista a página, e o site novo não a tem: favoritos e links de terceiros quebram. Uma página cujo item ou fonte mudou de lugar redireciona sozinha. Para as outras, diga o endereço novo em `site.redirects`; onde não há nenhum, o achado termina quando o inventário novo for o publicado.",
    },
  }),
  "verify/removed-anchor": entry<{ anchor: string; path: string }>({
    severity: "warning",
    en: {
      message: ({ anchor, path }) => `the published part \`#${anchor}\` of \`${path}\` is gone`,
      about:
        'Links to this part of the page now lead to its top. Anchors of items come from their ids and those of texts from their headings: where only the wording of a heading changed, an `<a id="…"></a>` before it keeps the old one.',
    },
    pt: {
      message: ({ anchor, path }) =>
        `a parte publicada \`#${anchor}\` de \`${path}\` deixou de existir`,
      about:
        'Os links para esta parte da página agora levam ao começo dela. As âncoras de itens vêm dos ids, e as de textos, dos títulos: quando só a redação de um título mudou, um `<a id="…"></a>` antes dele mantém a antiga.',
    },
  }),
  "verify/unreadable-inventory": entry<{ file: string; reason: "missing" | "other" }>({
    severity: "warning",
    en: {
      message: ({ file, reason }) =>
        reason === "missing"
          ? `the published inventory \`${file}\` is not there`
          : `\`${file}\` is no inventory of a site`,
      hint: () => "put the `out/data/inventory.json` of the published site there",
      about:
        "Addresses that readers have are kept by comparing with the inventory of the site that is published. Before the first publication there is none; afterwards fetch `out/data/inventory.json` of the run that published.",
    },
    pt: {
      message: ({ file, reason }) =>
        reason === "missing"
          ? `o inventário publicado \`${file}\` não existe`
          : `\`${file}\` não é um inventário de site`,
      hint: () => "ponha ali o `out/data/inventory.json` do site publicado",
      about:
        "Os endereços que os leitores têm são mantidos comparando com o inventário do site publicado. Antes da primeira publicação não há nenhum; depois, busque o `out/data/inventory.json` da execução que publicou.",
    },
  }),
};
