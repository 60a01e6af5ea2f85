import { entry } from "../entry.ts";

interface LinkArguments {
  readonly url: string;
}

/** What can be wrong with the file that a link of a folder names. */
export const folderFilesCatalogue = {
  "verify/missing-file": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` leads to no file`,
      about:
        "The path of the link names nothing that is in the folder. Correct the path, or add what it should lead to. Names are compared with the listing of the folder, so the answer is the same on every system.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` não leva a nenhum arquivo`,
      about:
        "O caminho do link não nomeia nada que esteja na pasta. Corrija o caminho ou acrescente o destino. Os nomes são comparados com a listagem da pasta, e a resposta é a mesma em todo sistema.",
    },
  }),
  "verify/moved-target": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` names a file that was moved`,
      about:
        "By the history of the repository the file was renamed, and the link still names its old path. `rastro fix` writes the new one where what was moved and what is there now are alike enough to be sure.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` nomeia um arquivo que foi movido`,
      about:
        "Pelo histórico do repositório, o arquivo foi renomeado, e o link ainda diz o caminho antigo. `rastro fix` escreve o novo quando o que foi movido e o que existe hoje são parecidos o bastante para ter certeza.",
    },
  }),
  "verify/moved-page": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` is right only from where its page was before`,
      about:
        "By the history of the repository the page was moved, and its link still counts the folders from the old place. `rastro fix` writes the way from the new one.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` só está certo a partir de onde a página ficava`,
      about:
        "Pelo histórico do repositório, a página foi movida, e o link ainda conta as pastas a partir do lugar antigo. `rastro fix` escreve o caminho a partir do novo.",
    },
  }),
  "verify/missing-image": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the picture or download \`${url}\` is not there`,
      about:
        "A page shows or offers a file that the folder does not have; readers see a broken picture. Add the file or correct the path.",
    },
    pt: {
      message: ({ url }) => `a imagem ou o arquivo \`${url}\` não existe`,
      about:
        "Uma página mostra ou oferece um arquivo que a pasta não tem; o leitor vê uma imagem quebrada. Acrescente o arquivo ou corrija o caminho.",
    },
  }),
  "verify/missing-extension": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` lacks the extension of its file`,
      hint: () => "write the name of the file, or name the site's dialect with `--anchors`",
      about:
        "A forge serves files by their whole names. Sites such as VitePress complete an address; for them, say `--anchors vitepress`, `docusaurus`, `starlight`, `python-markdown` or `docsify`.",
    },
    pt: {
      message: ({ url }) => `falta no link \`${url}\` a extensão do arquivo`,
      hint: () => "escreva o nome do arquivo ou diga o dialeto do site com `--anchors`",
      about:
        "Uma forja serve arquivos pelo nome inteiro. Sites como o VitePress completam o endereço; para eles, diga `--anchors vitepress`, `docusaurus`, `starlight`, `python-markdown` ou `docsify`.",
    },
  }),
  "verify/backslash": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` separates folders with \`\\\``,
      hint: () => "write `/`",
      about:
        "Only Windows separates folders so. In a URL, and on every other system, a backslash is a letter of the name.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` separa pastas com \`\\\``,
      hint: () => "escreva `/`",
      about:
        "Só o Windows separa pastas assim. Numa URL e em todo outro sistema, a barra invertida é uma letra do nome.",
    },
  }),
  "verify/directory-without-index": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` leads to a folder without a page of its own`,
      about:
        "A forge shows the list of the files, a site shows nothing or an error. Add a `README.md` or `index.md` to the folder, or link to one of its pages.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` leva a uma pasta sem página própria`,
      about:
        "Uma forja mostra a lista dos arquivos; um site não mostra nada ou dá erro. Acrescente um `README.md` ou `index.md` à pasta ou faça o link para uma das páginas.",
    },
  }),
  "verify/leaves-folder": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` leads outside the folder that is checked`,
      hint: () => "check the folder that holds both, or correct the path",
      about:
        "Nothing outside the checked folder is looked at. At the root of a repository such a link is broken everywhere; of any other folder it cannot be known, and this is a warning.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` leva para fora da pasta conferida`,
      hint: () => "confira a pasta que contém os dois ou corrija o caminho",
      about:
        "Nada fora da pasta conferida é olhado. Na raiz de um repositório, um link assim está quebrado em toda parte; em outra pasta não se pode saber, e isto é um aviso.",
    },
  }),
  "verify/draft-target": entry<LinkArguments>({
    severity: "warning",
    en: {
      message: ({ url }) => `the link \`${url}\` leads to a draft`,
      about:
        "The front matter of the page says `draft: true`, so the site leaves it out and the link is broken there. Publish the page, or remove the link.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` leva a um rascunho`,
      about:
        "O cabeçalho da página diz `draft: true`; o site a deixa de fora e o link quebra ali. Publique a página ou remova o link.",
    },
  }),
  "verify/missing-wiki-target": entry<LinkArguments>({
    severity: "warning",
    en: {
      message: ({ url }) => `no page is called \`${url}\``,
      about:
        "A link in double brackets names a page by its file name or path, with spaces, dashes and underscores alike. No page of the folder has that name. Text in double brackets that is no link belongs in a code span.",
    },
    pt: {
      message: ({ url }) => `nenhuma página se chama \`${url}\``,
      about:
        "Um link entre colchetes duplos nomeia uma página pelo nome do arquivo ou pelo caminho, com espaço, hífen e sublinhado equivalentes. Nenhuma página da pasta tem esse nome. Texto entre colchetes duplos que não é link fica como código.",
    },
  }),
  "verify/other-locale": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` leaves the language of its page`,
      about:
        "The page that it leads to is there in the language of the page that links to it. Link within one language, unless the change is meant.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` sai do idioma da página`,
      about:
        "A página de destino existe também no idioma da página que tem o link. Mantenha o link no mesmo idioma, a menos que a troca seja intencional.",
    },
  }),
};
