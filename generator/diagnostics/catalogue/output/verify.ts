import { entry } from "../entry.ts";
import { verifyLinksCatalogue } from "./verify-links.ts";
import { publishedCatalogue } from "./published.ts";

export const verifyCatalogue = {
  ...publishedCatalogue,
  ...verifyLinksCatalogue,
  "verify/orphan-page": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `no link leads to the page \`${path}\``,
      hint: () => "link it from a page that readers reach",
      about:
        "Starting at the entry page and following links, nobody arrives at this page. Link it, or remove its source.",
    },
    pt: {
      message: ({ path }) => `nenhum link leva à página \`${path}\``,
      hint: () => "ponha um link para ela numa página a que os leitores chegam",
      about:
        "Partindo da página de entrada e seguindo os links, ninguém chega a esta página. Ponha um link para ela ou remova a fonte.",
    },
  }),
  "verify/missing-entry": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "there are pages, but no entry page `README.md`",
      about: "Readers begin at `README.md` of the output, which is `index.html` of the site.",
    },
    pt: {
      message: () => "há páginas, mas não a página de entrada `README.md`",
      about: "Os leitores começam no `README.md` da saída, que é o `index.html` do site.",
    },
  }),
  "verify/same-path": entry<{ path: string; other: string }>({
    severity: "error",
    en: {
      message: ({ path, other }) => `the pages \`${path}\` and \`${other}\` are one file`,
      hint: () => "rename one of the two items that the pages are about",
      about:
        "Two pages have one path, or paths that Windows and macOS do not tell apart, so one would replace the other.",
    },
    pt: {
      message: ({ path, other }) => `as páginas \`${path}\` e \`${other}\` são um só arquivo`,
      hint: () => "renomeie um dos dois itens de que as páginas tratam",
      about:
        "Duas páginas têm o mesmo caminho, ou caminhos que o Windows e o macOS não distinguem, e uma substituiria a outra.",
    },
  }),
  "verify/duplicate-anchor": entry<{ anchor: string; path: string }>({
    severity: "warning",
    en: {
      message: ({ anchor, path }) => `the anchor \`${anchor}\` is twice in \`${path}\``,
      hint: () => "give one of the two another heading or id",
      about: "A link to the anchor reaches only the first of the two places.",
    },
    pt: {
      message: ({ anchor, path }) => `a âncora \`${anchor}\` aparece duas vezes em \`${path}\``,
      hint: () => "dê a uma das duas outro título ou id",
      about: "Um link para a âncora só alcança o primeiro dos dois lugares.",
    },
  }),
  "verify/inventories-disagree": entry<{ path: string; what: string }>({
    severity: "error",
    en: {
      message: ({ path, what }) =>
        `\`${what}\` is in the Markdown of \`${path}\` and not in its HTML`,
      hint: () => "check the template of the site",
      about:
        "Each page is published twice, and both must offer the same anchors and lead to the same places. The HTML lacks something that the Markdown has.",
    },
    pt: {
      message: ({ path, what }) => `\`${what}\` está no Markdown de \`${path}\` e não no HTML`,
      hint: () => "confira o modelo do site",
      about:
        "Cada página é publicada duas vezes, e ambas devem oferecer as mesmas âncoras e levar aos mesmos lugares. Falta no HTML algo que o Markdown tem.",
    },
  }),
  "verify/nothing-checked": entry<{ pages: number }>({
    severity: "error",
    en: {
      message: ({ pages }) => `${pages} pages have not a single link among them`,
      about:
        "A check that finds nothing to check proves nothing. Pages that do not link to each other cannot be reached either.",
    },
    pt: {
      message: ({ pages }) => `${pages} páginas não têm um link sequer entre elas`,
      about:
        "Uma verificação que nada encontra para verificar nada prova. Páginas sem links entre si também não podem ser alcançadas.",
    },
  }),
};
