import { entry } from "./entry.ts";
import { systemWords } from "./input/system.ts";

export const sourcesCatalogue = {
  "sources/nothing-matches": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `no file matches \`${path}\``,
      hint: () => "paths are relative to the folder of the settings file",
      about:
        "A source that names files which are not there would leave its pages empty without a word. Correct the path or remove the entry.",
    },
    pt: {
      message: ({ path }) => `nenhum arquivo corresponde a \`${path}\``,
      hint: () => "os caminhos são relativos à pasta do arquivo de configuração",
      about:
        "Uma fonte que nomeia arquivos inexistentes deixaria suas páginas vazias sem aviso. Corrija o caminho ou remova a entrada.",
    },
  }),
  "sources/unreadable-file": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the file cannot be read: ${systemWords(reason, "en")}`,
      about:
        "The system refused to hand over the file. Check that it is a regular file and that its permissions allow reading.",
    },
    pt: {
      message: ({ reason }) => `o arquivo não pode ser lido: ${systemWords(reason, "pt")}`,
      about:
        "O sistema não entregou o arquivo. Verifique se é um arquivo comum e se as permissões permitem a leitura.",
    },
  }),
  "sources/outside-root": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` leads outside the project`,
      hint: () => "only files below the folder of the settings file are read",
      about:
        "Nothing outside the project's folder is ever read, neither through `..` nor through a symbolic link, so that no foreign file can end up in published pages.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` leva para fora do projeto`,
      hint: () => "só são lidos arquivos abaixo da pasta do arquivo de configuração",
      about:
        "Nada fora da pasta do projeto é lido, nem por `..` nem por link simbólico, para que nenhum arquivo alheio acabe nas páginas publicadas.",
    },
  }),
  "sources/not-utf8": entry<{ byte: number }>({
    severity: "error",
    en: {
      message: ({ byte }) => `the text is not UTF-8: byte 0x${byte.toString(16).padStart(2, "0")}`,
      hint: () => "save the file as UTF-8",
      about:
        "Text in another encoding would be published damaged. Convert the file: `iconv -f windows-1252 -t utf-8` is right for most old Portuguese files.",
    },
    pt: {
      message: ({ byte }) =>
        `o texto não está em UTF-8: byte 0x${byte.toString(16).padStart(2, "0")}`,
      hint: () => "salve o arquivo em UTF-8",
      about:
        "Texto em outra codificação seria publicado danificado. Converta o arquivo: `iconv -f windows-1252 -t utf-8` serve para a maioria dos arquivos antigos em português.",
    },
  }),
  "sources/binary-file": entry<{ encoding: string }>({
    severity: "error",
    en: {
      message: ({ encoding }) =>
        encoding === ""
          ? "the file is binary, but text is expected"
          : `the text is ${encoding}, but UTF-8 is expected`,
      hint: ({ encoding }) => (encoding === "" ? undefined : "save the file as UTF-8"),
      about:
        "A NUL byte stands in a file that should be text. Name a text file, save it as UTF-8, or remove the entry.",
    },
    pt: {
      message: ({ encoding }) =>
        encoding === ""
          ? "o arquivo é binário, mas espera-se texto"
          : `o texto está em ${encoding}, mas espera-se UTF-8`,
      hint: ({ encoding }) => (encoding === "" ? undefined : "salve o arquivo em UTF-8"),
      about:
        "Há um byte NUL num arquivo que deveria ser texto. Indique um arquivo de texto, salve-o em UTF-8 ou remova a entrada.",
    },
  }),
  "sources/folder-called-like-a-file": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` is a folder, but its name is that of a file`,
      hint: () => "rename the folder, or exclude it from the pattern",
      about:
        "The pattern of a source finds a folder whose name ends like a file's. Nothing can be read from it, and links to it would lead nowhere.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` é uma pasta, mas tem nome de arquivo`,
      hint: () => "renomeie a pasta ou exclua-a do padrão",
      about:
        "O padrão de uma fonte encontra uma pasta cujo nome termina como o de um arquivo. Nada pode ser lido dela, e links para ela não levariam a lugar algum.",
    },
  }),
};
