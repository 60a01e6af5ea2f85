import { entry } from "../entry.ts";

interface UrlArguments {
  readonly url: string;
}

interface AnswerArguments extends UrlArguments {
  /** The status of an answer, or why there was none. */
  readonly answer: string;
}

/** What can be found out about addresses on the web, when `--external` asks for them. */
export const webCatalogue = {
  "verify/dead-url": entry<AnswerArguments>({
    severity: "warning",
    en: {
      message: ({ url, answer }) => `nothing is at \`${url}\` (\`${answer}\`)`,
      about:
        "The server says that the page is gone, or no server has that name. Link to where it is now, or to an archived copy.",
    },
    pt: {
      message: ({ url, answer }) => `não há nada em \`${url}\` (\`${answer}\`)`,
      about:
        "O servidor diz que a página não existe mais, ou nenhum servidor tem esse nome. Faça o link para onde ela está agora ou para uma cópia arquivada.",
    },
  }),
  "verify/unanswered-url": entry<AnswerArguments>({
    severity: "info",
    en: {
      message: ({ url, answer }) => `whether \`${url}\` is there cannot be told (\`${answer}\`)`,
      about:
        "The server refused, was busy, failed or did not answer in time. Many refuse programs and serve people, so that this is only a note.",
    },
    pt: {
      message: ({ url, answer }) => `não se pode dizer se \`${url}\` existe (\`${answer}\`)`,
      about:
        "O servidor recusou, estava ocupado, falhou ou não respondeu a tempo. Muitos recusam programas e atendem pessoas, e por isso isto é só uma nota.",
    },
  }),
  "verify/moved-url": entry<UrlArguments & { to: string }>({
    severity: "info",
    en: {
      message: ({ url, to }) => `\`${url}\` moved to \`${to}\` for good`,
      about:
        "The server leads on and says that the new address is the one to use. Redirects are given up one day; write the new address.",
    },
    pt: {
      message: ({ url, to }) => `\`${url}\` mudou de vez para \`${to}\``,
      about:
        "O servidor leva adiante e diz que o endereço novo é o que se deve usar. Redirecionamentos um dia são desfeitos; escreva o endereço novo.",
    },
  }),
  "verify/missing-url-anchor": entry<UrlArguments>({
    severity: "warning",
    en: {
      message: ({ url }) => `the page at \`${url}\` has no part of that name`,
      about:
        "The page is there and its HTML has no such `id`, so that the link leads to its top. Correct what stands after `#`. Pages that are made in the browser may have it all the same.",
    },
    pt: {
      message: ({ url }) => `a página em \`${url}\` não tem uma parte com esse nome`,
      about:
        "A página existe e seu HTML não tem esse `id`, e o link leva ao começo dela. Corrija o que vem depois de `#`. Páginas montadas no navegador podem tê-lo mesmo assim.",
    },
  }),
};
