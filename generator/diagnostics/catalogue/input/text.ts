import { entry } from "../entry.ts";

const hexadecimal = (byte: number): string => `0x${byte.toString(16).padStart(2, "0")}`;

/** The character that old Windows programs mean by a byte. */
const inWindows = (byte: number): string =>
  `\`${new TextDecoder("windows-1252").decode(Uint8Array.of(byte))}\``;

/** Bytes that are no text. */
export const textCatalogue = {
  "data/not-utf8": entry<{ byte: number }>({
    severity: "error",
    en: {
      message: ({ byte }) => `the text is not UTF-8: byte ${hexadecimal(byte)}`,
      hint: ({ byte }) => `save the file as UTF-8; in Windows-1252 the byte is ${inWindows(byte)}`,
      about:
        "Text in another encoding would be published damaged. Convert the file: `iconv -f windows-1252 -t utf-8` is right for most old Portuguese files.",
    },
    pt: {
      message: ({ byte }) => `o texto não está em UTF-8: byte ${hexadecimal(byte)}`,
      hint: ({ byte }) => `salve o arquivo em UTF-8; em Windows-1252 o byte é ${inWindows(byte)}`,
      about:
        "Texto em outra codificação seria publicado danificado. Converta o arquivo: `iconv -f windows-1252 -t utf-8` serve para a maioria dos arquivos antigos em português.",
    },
  }),
  "data/binary-file": entry<{ encoding: string }>({
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
};
