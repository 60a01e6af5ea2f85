import type { Language } from "#model/pages/page.ts";
import type { Step } from "../../generate.ts";

const texts: Readonly<Record<Language, Readonly<Record<Step, string>>>> = {
  "pt-BR": {
    sources: "lendo as fontes…",
    releases: "comparando cada versão publicada com a anterior; só na primeira vez…",
    pages: "fazendo as páginas…",
    site: "fazendo o site…",
    links: "conferindo as ligações…",
  },
  en: {
    sources: "reading the sources…",
    releases: "comparing each release with the one before; only the first time…",
    pages: "making the pages…",
    site: "making the site…",
    links: "checking the links…",
  },
};

/** Says on a terminal what is being done, on one line that goes again; elsewhere nothing. */
export function showProgress(
  language: Language,
  terminal: Pick<NodeJS.WriteStream, "isTTY" | "write">,
): { readonly step: (step: Step) => void; readonly end: () => void } {
  const say = (text: string): void => {
    if (terminal.isTTY) terminal.write(`\r\u001b[2K${text}`);
  };
  return {
    step: (step) => {
      say(texts[language][step]);
    },
    end: () => {
      say("");
    },
  };
}
