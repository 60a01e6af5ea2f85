import { entry } from "./entry.ts";

export const pagesCatalogue = {
  "sources/pages-empty-page": entry<Record<never, never>>({
    severity: "warning",
    en: {
      message: () => "the page has no text below its title",
      hint: () => "write it, or remove the file",
      about: "A page without text is published as a title alone. Write it or remove it.",
    },
    pt: {
      message: () => "a página não tem texto abaixo do título",
      hint: () => "escreva-a ou remova o arquivo",
      about: "Uma página sem texto é publicada só com o título. Escreva-a ou remova-a.",
    },
  }),
  "sources/pages-unclosed-front-matter": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "the front matter has no end",
      hint: () => "close it with a line `---`",
      about:
        "A page that begins with `---` begins with data, up to the next line `---`. Without it everything below would be shown as text.",
    },
    pt: {
      message: () => "os metadados do início da página não terminam",
      hint: () => "feche-os com uma linha `---`",
      about:
        "Uma página que começa com `---` começa com dados, até a próxima linha `---`. Sem ela, tudo o que vem abaixo apareceria como texto.",
    },
  }),
  "sources/pages-folder-without-pages": entry<{ folder: string }>({
    severity: "info",
    en: {
      message: ({ folder }) => `the folder \`${folder}\` has no page to link to`,
      about:
        "A forge shows the files of a folder that is linked; the documentation has only the pages it reads. The words of the link stay. Write a `README.md` in the folder, or link to a file in it.",
    },
    pt: {
      message: ({ folder }) => `a pasta \`${folder}\` não tem página a que levar`,
      about:
        "Uma plataforma como o GitHub mostra os arquivos da pasta apontada; a documentação só tem as páginas que lê. As palavras do link ficam. Escreva um `README.md` na pasta ou aponte para um arquivo dela.",
    },
  }),
};
