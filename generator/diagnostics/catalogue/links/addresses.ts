import { entry } from "../entry.ts";

interface LinkArguments {
  readonly url: string;
}

interface PageArguments {
  readonly path: string;
}

/** What can be wrong with an absolute address, and with pages as a whole. */
export const folderAddressesCatalogue = {
  "verify/private-host": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` works only on one machine or network`,
      about:
        "Addresses such as `localhost` mean another machine for each reader. Put examples in code, and link to what all readers reach.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` só funciona numa máquina ou rede`,
      about:
        "Endereços como `localhost` são outra máquina para cada leitor. Ponha exemplos como código e faça links para o que todos alcançam.",
    },
  }),
  "verify/insecure-url": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` is not encrypted`,
      about:
        "Anybody on the way can read and change what `http:` brings. Nearly every host answers to `https:` as well.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` não é criptografado`,
      about:
        "Qualquer um no caminho pode ler e mudar o que vem por `http:`. Quase todo servidor responde também por `https:`.",
    },
  }),
  "verify/bad-address": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the address \`${url}\` is none`,
      hint: () => "write `mailto:name@host.example`, `tel:+55…` or `https://host/…`",
      about:
        "The address has the right beginning and cannot be used: no host, no mailbox, no number. Write it whole.",
    },
    pt: {
      message: ({ url }) => `o endereço \`${url}\` não é válido`,
      hint: () => "escreva `mailto:nome@servidor.example`, `tel:+55…` ou `https://servidor/…`",
      about:
        "O endereço começa certo e não serve: falta o servidor, a caixa de correio ou o número. Escreva-o por inteiro.",
    },
  }),
  "verify/own-repository-url": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) =>
        `the link \`${url}\` names a file of this repository by its address on the forge`,
      about:
        "A path relative to the page stays right in forks, on branches and without a network. The file is checked as if the path stood there.",
    },
    pt: {
      message: ({ url }) =>
        `o link \`${url}\` nomeia um arquivo deste repositório pelo endereço na forja`,
      about:
        "Um caminho relativo à página continua certo em cópias, em ramos e sem rede. O arquivo é conferido como se o caminho estivesse ali.",
    },
  }),
  "verify/own-site-url": entry<LinkArguments>({
    severity: "info",
    en: {
      message: ({ url }) => `the link \`${url}\` names a page of this site by its whole address`,
      about:
        "A path relative to the page stays right when the site moves, and in a preview. The page is checked as if the path stood there.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` nomeia uma página deste site pelo endereço inteiro`,
      about:
        "Um caminho relativo à página continua certo quando o site muda de lugar e numa prévia. A página é conferida como se o caminho estivesse ali.",
    },
  }),
  "verify/unreachable-page": entry<PageArguments>({
    severity: "info",
    en: {
      message: ({ path }) => `nobody arrives at \`${path}\` from the entry page`,
      about:
        "There are links to the page, but only on pages that cannot be reached either. Link one of them from a page that readers reach.",
    },
    pt: {
      message: ({ path }) => `ninguém chega a \`${path}\` a partir da página de entrada`,
      about:
        "Há links para a página, mas só em páginas a que também não se chega. Ponha um link para uma delas numa página que os leitores alcançam.",
    },
  }),
  "verify/navigation-without-page": entry<PageArguments>({
    severity: "error",
    en: {
      message: ({ path }) => `the navigation names \`${path}\`, which is not there`,
      about: "An entry of the navigation leads nowhere. Correct the path, or remove the entry.",
    },
    pt: {
      message: ({ path }) => `a navegação nomeia \`${path}\`, que não existe`,
      about:
        "Uma entrada da navegação não leva a lugar algum. Corrija o caminho ou remova a entrada.",
    },
  }),
  "verify/page-without-navigation": entry<PageArguments>({
    severity: "info",
    en: {
      message: ({ path }) => `the navigation does not name \`${path}\``,
      about:
        "The folder has a navigation, and this page is not in it. Readers find the page by links and search alone.",
    },
    pt: {
      message: ({ path }) => `a navegação não nomeia \`${path}\``,
      about:
        "A pasta tem uma navegação, e esta página não está nela. Os leitores só acham a página por links e pela busca.",
    },
  }),
  "verify/broken-redirect": entry<{
    from: string;
    to: string;
    problem: "loop" | "chain" | "nothing";
  }>({
    severity: "error",
    en: {
      message: ({ from, to, problem }) =>
        `the redirect from \`${from}\` to \`${to}\` ${inEnglish[problem]}`,
      about:
        "A redirect keeps old addresses alive. One that goes in a circle or to nothing does not, and a chain of them is slow and breaks in its middle. Let each lead to the page itself.",
    },
    pt: {
      message: ({ from, to, problem }) =>
        `o redirecionamento de \`${from}\` para \`${to}\` ${inPortuguese[problem]}`,
      about:
        "Um redirecionamento mantém vivos os endereços antigos. Um que anda em círculo ou não leva a nada não mantém, e uma corrente deles é lenta e quebra no meio. Faça cada um levar à própria página.",
    },
  }),
};

const inEnglish = {
  loop: "goes in a circle",
  chain: "leads to another redirect",
  nothing: "leads to no page",
};

const inPortuguese = {
  loop: "anda em círculo",
  chain: "leva a outro redirecionamento",
  nothing: "não leva a nenhuma página",
};
