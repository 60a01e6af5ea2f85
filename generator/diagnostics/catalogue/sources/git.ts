import { entry } from "../entry.ts";

export const gitCatalogue = {
  "sources/git-missing": entry<Record<never, never>>({
    severity: "warning",
    en: {
      message: () => "git is not installed, so no history is read",
      hint: () => "install git, or remove `git` from `sources`",
      about:
        "The changelog, the releases and the date of the last commit come from git. Everything else is made without them.",
    },
    pt: {
      message: () => "o git não está instalado; nenhum histórico é lido",
      hint: () => "instale o git ou remova `git` de `sources`",
      about:
        "O registro de mudanças, as versões e a data do último commit vêm do git. Todo o resto é gerado sem eles.",
    },
  }),
  "sources/git-not-a-repository": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `\`${path}\` lies in no git repository, so no history is read`,
      hint: () => "run `git init` and commit, or remove the entry from `sources`",
      about:
        "The entry asks for the history of a folder that git does not know. Everything else is made without it.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` não está em um repositório git; nenhum histórico é lido`,
      hint: () => "execute `git init` e faça um commit, ou remova a entrada de `sources`",
      about:
        "A entrada pede o histórico de uma pasta que o git não conhece. Todo o resto é gerado sem ele.",
    },
  }),
  "sources/git-no-commits": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `the repository of \`${path}\` has no commit`,
      hint: () => "make the first commit",
      about: "Without a commit there is no history to show and no date that could count as today.",
    },
    pt: {
      message: ({ path }) => `o repositório de \`${path}\` não tem nenhum commit`,
      hint: () => "faça o primeiro commit",
      about: "Sem um commit não há histórico para mostrar nem data que valha como hoje.",
    },
  }),
  "sources/git-no-tags": entry<{ path: string }>({
    severity: "info",
    en: {
      message: ({ path }) => `no tag leads to the history of \`${path}\`: all of it is unreleased`,
      hint: () =>
        "tag a release with `git tag -a v1.0.0`, or fetch the tags with `git fetch --tags`",
      about:
        "Releases are tags. Without any, the changelog shows the whole history as one list of what is not released yet.",
    },
    pt: {
      message: ({ path }) =>
        `nenhuma tag leva ao histórico de \`${path}\`: tudo consta como não lançado`,
      hint: () =>
        "marque uma versão com `git tag -a v1.0.0` ou traga as tags com `git fetch --tags`",
      about:
        "As versões são tags. Sem nenhuma, o registro de mudanças mostra todo o histórico como uma só lista do que ainda não foi lançado.",
    },
  }),
  "sources/git-shallow": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) =>
        `the clone of \`${path}\` is shallow: what its history lacks cannot be checked`,
      hint: () => "fetch all of it with `git fetch --unshallow --tags`",
      about:
        "A shallow clone holds only the newest commits. Older commits, releases and the trailers in them are missing from the pages, and nobody can say what they were.",
    },
    pt: {
      message: ({ path }) =>
        `o clone de \`${path}\` é raso: o que falta ao seu histórico não pode ser verificado`,
      hint: () => "traga o restante com `git fetch --unshallow --tags`",
      about:
        "Um clone raso contém apenas os commits mais novos. Commits antigos, versões e seus trailers faltam nas páginas, e ninguém pode dizer quais eram.",
    },
  }),
  "sources/git-refused": entry<{ path: string; reason: string }>({
    severity: "warning",
    en: {
      message: ({ path, reason }) => `git refuses to read \`${path}\`: ${reason}`,
      hint: () => "run `git log` in that folder, and mend what it complains about",
      about:
        "git itself reported a problem with the repository: a damaged object, an owner it does not trust, an unknown format. Everything else is made without the history.",
    },
    pt: {
      message: ({ path, reason }) => `o git se recusa a ler \`${path}\`: ${reason}`,
      hint: () => "execute `git log` nessa pasta e corrija o que ele aponta",
      about:
        "O próprio git relatou um problema no repositório: um objeto danificado, um dono em que não confia, um formato desconhecido. Todo o resto é gerado sem o histórico.",
    },
  }),
  "evaluate/unreleased-break": entry<{ names: readonly string[]; more: number }>({
    severity: "warning",
    en: {
      message: ({ names, more }) =>
        `the commits since the newest release break ${listed(names, more)}, and none of them says so`,
      hint: () => "say it with `BREAKING CHANGE:` in a commit before the release",
      about:
        "What the newest commit changes in the schema, the API or the exported symbols since the newest release is compared with what the commits in between announce with `!` or `BREAKING CHANGE:`. The next version is proposed by what commits announce.",
    },
    pt: {
      message: ({ names, more }) =>
        `os commits desde a última versão quebram ${listed(names, more)}, e nenhum deles o diz`,
      hint: () => "diga-o com `BREAKING CHANGE:` em um commit antes da versão",
      about:
        "O que o commit mais novo muda no esquema, na API ou nos símbolos exportados desde a última versão é comparado com o que os commits anunciam com `!` ou `BREAKING CHANGE:`. A próxima versão é proposta pelo que os commits anunciam.",
    },
  }),
  "evaluate/silent-break": entry<{ release: string; names: readonly string[]; more: number }>({
    severity: "warning",
    en: {
      message: ({ release, names, more }) =>
        `\`${release}\` breaks ${listed(names, more)}, and neither its version nor a commit says so`,
      hint: () =>
        "raise the next version as for a breaking change, and name it with `BREAKING CHANGE:`",
      about:
        "What a release changed in the schema, the API or the exported symbols is compared with what its commits announce. A change that breaks users is announced by `!` or `BREAKING CHANGE:` in a commit, or by a version whose leading number is raised. Of releases that are not the newest this is a note, for nobody can change them.",
    },
    pt: {
      message: ({ release, names, more }) =>
        `\`${release}\` quebra ${listed(names, more)}, e nem a versão nem um commit o diz`,
      hint: () =>
        "suba a próxima versão como em uma mudança que quebra, e diga-o com `BREAKING CHANGE:`",
      about:
        "O que uma versão mudou no esquema, na API ou nos símbolos exportados é comparado com o que seus commits anunciam. Uma mudança que quebra usuários é anunciada com `!` ou `BREAKING CHANGE:` em um commit, ou por uma versão cujo primeiro número sobe. Nas versões que não são a mais nova é só uma nota, pois ninguém pode mudá-las.",
    },
  }),
};

const listed = (names: readonly string[], more: number): string =>
  names.map((name) => `\`${name}\``).join(", ") + (more > 0 ? ` (+${String(more)})` : "");
