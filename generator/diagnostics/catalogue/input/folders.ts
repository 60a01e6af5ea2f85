import { entry } from "../entry.ts";
import type { NameDefect } from "#model/pages/file-name.ts";
import { nameDefects } from "./file-names.ts";
import { systemWords } from "./system.ts";

/** `.md`, `.markdown` */
const listed = (endings: readonly string[]): string =>
  endings.map((ending) => `\`.${ending}\``).join(", ");

/** What stands in a folder of sources and cannot be read, or should not be there. */
export const foldersCatalogue = {
  "sources/folder-without-files": entry<{
    path: string;
    endings: readonly string[];
    passedOver: string;
  }>({
    severity: "error",
    en: {
      message: ({ path, endings }) => `no file below \`${path}\` has the ending ${listed(endings)}`,
      hint: ({ passedOver }) =>
        passedOver === ""
          ? undefined
          : `files that end in \`${passedOver}\` are read only where a pattern names them`,
      about:
        "A folder means all files of the kind below it, except in hidden folders and `node_modules`. Here there is none, so the pages of the source would be empty. Name another folder, write a pattern that names the files, or remove the entry.",
    },
    pt: {
      message: ({ path, endings }) =>
        `nenhum arquivo abaixo de \`${path}\` tem a extensão ${listed(endings)}`,
      hint: ({ passedOver }) =>
        passedOver === ""
          ? undefined
          : `arquivos que terminam em \`${passedOver}\` só são lidos quando um padrão os nomeia`,
      about:
        "Uma pasta significa todos os arquivos do tipo abaixo dela, exceto em pastas ocultas e em `node_modules`. Aqui não há nenhum, e as páginas da fonte ficariam vazias. Indique outra pasta, escreva um padrão que nomeie os arquivos ou remova a entrada.",
    },
  }),
  "sources/own-output": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` is written by rastro, so it cannot be a source`,
      hint: () => "name the files that it is made from",
      about:
        "What lies in `out/` is made from the sources. Read again it would document itself, and grow with every run.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` é gravado pelo rastro e não pode ser uma fonte`,
      hint: () => "indique os arquivos a partir dos quais ele é feito",
      about:
        "O que está em `out/` é feito a partir das fontes. Lido de novo, documentaria a si mesmo e cresceria a cada execução.",
    },
  }),
  "sources/excluding-pattern": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` leaves nothing out: every entry names files to read`,
      hint: () => "leave files out in the pattern that finds them: `docs/**/!(draft).md`",
      about:
        "In other tools a pattern that begins with `!` takes files away from the entries above it. Here each entry stands alone. A pattern can name what it does not mean: `!(a|b)` is any name but these.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` não exclui nada: toda entrada nomeia arquivos a ler`,
      hint: () => "exclua arquivos no próprio padrão que os encontra: `docs/**/!(rascunho).md`",
      about:
        "Em outras ferramentas um padrão que começa com `!` retira arquivos das entradas acima dele. Aqui cada entrada vale sozinha. Um padrão pode dizer o que não abrange: `!(a|b)` é qualquer nome, menos esses.",
    },
  }),
  "sources/unreadable-folder": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the folder cannot be read: ${systemWords(reason, "en")}`,
      hint: () => "allow reading it, or name the folders beside it instead",
      about:
        "The system refused to list a folder below one that the settings name. The files in it would be missing from the pages without a word.",
    },
    pt: {
      message: ({ reason }) => `a pasta não pode ser lida: ${systemWords(reason, "pt")}`,
      hint: () => "permita a leitura ou indique, em vez dela, as pastas ao lado",
      about:
        "O sistema não listou uma pasta que fica abaixo de outra nomeada na configuração. Os arquivos dela faltariam nas páginas sem aviso.",
    },
  }),
  "sources/broken-symlink": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the symbolic link cannot be followed: ${wayInEnglish(reason)}`,
      hint: () => "correct where it leads, or remove it",
      about:
        "A symbolic link among the sources leads to nothing that can be read. What it stood for would be missing from the pages without a word.",
    },
    pt: {
      message: ({ reason }) => `o link simbólico não leva a nada: ${wayInPortuguese(reason)}`,
      hint: () => "corrija aonde ele leva ou remova-o",
      about:
        "Um link simbólico entre as fontes não leva a nada que se possa ler. Aquilo que ele representa faltaria nas páginas sem aviso.",
    },
  }),
  "sources/special-file": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "this is neither a file nor a folder, but a pipe, a socket or a device",
      hint: () => "remove it, or exclude it from the pattern",
      about:
        "Reading from a pipe or a device waits for somebody to write to it, and never gives the same twice. Only regular files are read.",
    },
    pt: {
      message: () => "isto não é arquivo nem pasta, e sim um pipe, um socket ou um dispositivo",
      hint: () => "remova-o ou exclua-o do padrão",
      about:
        "A leitura de um pipe ou dispositivo espera que alguém escreva nele e nunca dá o mesmo duas vezes. Só arquivos comuns são lidos.",
    },
  }),
  "sources/file-too-large": entry<{ megabytes: number; most: number }>({
    severity: "error",
    en: {
      message: ({ megabytes, most }) =>
        `the file has ${String(megabytes)} MiB; at most ${String(most)} MiB are read`,
      hint: () => "split it, or exclude it from the pattern",
      about:
        "A source is a text that somebody can read. A file of this size is a dump or a log that lies there by mistake; reading it would take minutes and fill the memory.",
    },
    pt: {
      message: ({ megabytes, most }) =>
        `o arquivo tem ${String(megabytes)} MiB; são lidos no máximo ${String(most)} MiB`,
      hint: () => "divida-o ou exclua-o do padrão",
      about:
        "Uma fonte é um texto que alguém pode ler. Um arquivo desse tamanho é um dump ou um log que está ali por engano; lê-lo levaria minutos e encheria a memória.",
    },
  }),
  "sources/unsafe-file-name": entry<{ path: string; defect: NameDefect }>({
    severity: "error",
    en: {
      message: ({ path, defect }) =>
        `\`${path}\` cannot be published under its name: ${nameDefects.en[defect]}`,
      hint: () => "rename the file, and the link with it",
      about:
        "A file that a page shows or offers is copied beside the pages under its own name. Some systems cannot hold this name, so that the link would break there.",
    },
    pt: {
      message: ({ path, defect }) =>
        `\`${path}\` não pode ser publicado com esse nome: ${nameDefects.pt[defect]}`,
      hint: () => "renomeie o arquivo e, com ele, o link",
      about:
        "Um arquivo que uma página mostra ou oferece é copiado para junto das páginas com o próprio nome. Alguns sistemas não aceitam esse nome, e o link quebraria neles.",
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

const wayInEnglish = (reason: string): string =>
  reason === "ENOENT"
    ? "what it leads to does not exist"
    : reason === "ELOOP"
      ? "it leads in a circle"
      : systemWords(reason, "en");

const wayInPortuguese = (reason: string): string =>
  reason === "ENOENT"
    ? "o destino não existe"
    : reason === "ELOOP"
      ? "ele anda em círculo"
      : systemWords(reason, "pt");
