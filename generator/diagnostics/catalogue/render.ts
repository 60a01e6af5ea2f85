import { entry } from "./entry.ts";

export const renderCatalogue = {
  "render/missing-word": entry<{ key: string }>({
    severity: "error",
    en: {
      message: ({ key }) => `the dictionary has no word for \`${key}\``,
      about:
        "A template or view asks for a word that the dictionary of its language lacks. Add the key to the file that is named, in every language.",
    },
    pt: {
      message: ({ key }) => `o dicionário não tem palavra para \`${key}\``,
      about:
        "Um modelo ou uma visão pede uma palavra que falta no dicionário do idioma. Acrescente a chave ao arquivo indicado, em todos os idiomas.",
    },
  }),
  "render/missing-template": entry<{ template: string }>({
    severity: "error",
    en: {
      message: ({ template }) => `there is no template \`${template}.md.hbs\``,
      about: "Every view has one template of its name in `templates/`. Add the file that is named.",
    },
    pt: {
      message: ({ template }) => `não há modelo \`${template}.md.hbs\``,
      about:
        "Cada visão tem um modelo com o seu nome em `templates/`. Acrescente o arquivo indicado.",
    },
  }),
  "render/path-clash": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `two pages want the path \`${path}\``,
      hint: () => "rename one of the two things that the pages are about",
      about:
        "Pages are files, and many file systems do not tell upper from lower case. Two things whose names differ only in case, or not at all, cannot both have a page.",
    },
    pt: {
      message: ({ path }) => `duas páginas querem o caminho \`${path}\``,
      hint: () => "renomeie uma das duas coisas de que as páginas tratam",
      about:
        "Páginas são arquivos, e muitos sistemas de arquivos não distinguem maiúsculas de minúsculas. Duas coisas cujos nomes só diferem nisso não podem ambas ter página.",
    },
  }),
  "render/no-such-page": entry<{ document: string; page: string }>({
    severity: "error",
    en: {
      message: ({ document, page }) =>
        `\`${document}\` names the page \`${page}\`, which is not made`,
      hint: () => "write the path of a page as it lies in `out/md/`, below language and project",
      about:
        "A document may be a page that rastro makes. Pages come from the data: the page of a stage is there when the stage is. A page that nothing makes would be a promise that nobody keeps.",
    },
    pt: {
      message: ({ document, page }) =>
        `\`${document}\` indica a página \`${page}\`, que não é gerada`,
      hint: () =>
        "escreva o caminho de uma página como está em `out/md/`, abaixo de idioma e projeto",
      about:
        "Um documento pode ser uma página que o rastro gera. As páginas vêm dos dados: a página de uma etapa existe quando a etapa existe. Uma página que nada gera seria uma promessa que ninguém cumpre.",
    },
  }),
};
