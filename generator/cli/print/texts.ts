import type { Language } from "#model/pages/page.ts";

import type { OptionSpec } from "../options.ts";

/** The option that says where the document goes. */
export const destinationOption: OptionSpec = {
  type: "string",
  value: "<file>",
  about: { "pt-BR": "o nome do .pdf ou .html", en: "the name of the .pdf or .html" },
};

interface PrintTexts {
  readonly operand: string;
  readonly unknown: (written: string) => string;
  readonly destination: { readonly ending: string; readonly noBrowser: string };
  readonly failed: (why: string) => string;
  readonly printed: (pages: number, path: string) => string;
}

/** What `print` says, in each language. */
export const printTexts: Readonly<Record<Language, PrintTexts>> = {
  "pt-BR": {
    operand: "print precisa de um só alvo: um portão, uma página (`reports/status`) ou uma pasta",
    unknown: (written) =>
      `'${written}' não é um portão nem o caminho de uma página ou pasta em out/site/`,
    destination: {
      ending: "--to precisa de um nome que termine em .pdf ou .html",
      noBrowser:
        "nenhum navegador foi encontrado para fazer um PDF: instale o Chromium, diga onde está em CHROMIUM, ou use --to arquivo.html",
    },
    failed: (why) => `o navegador não fez o PDF: ${why}`,
    printed: (pages, path) =>
      `${pages === 1 ? "1 página do site" : `${String(pages)} páginas do site`} em ${path}`,
  },
  en: {
    operand: "print needs one thing: a gate, a page (`reports/status`) or a folder",
    unknown: (written) =>
      `'${written}' is neither a gate nor the path of a page or folder in out/site/`,
    destination: {
      ending: "--to needs a name that ends in .pdf or .html",
      noBrowser:
        "no browser was found that makes a PDF: install Chromium, say where it is in CHROMIUM, or use --to file.html",
    },
    failed: (why) => `the browser made no PDF: ${why}`,
    printed: (pages, path) =>
      `${pages === 1 ? "1 page of the site" : `${String(pages)} pages of the site`} in ${path}`,
  },
};
