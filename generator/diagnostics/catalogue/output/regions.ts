import { entry } from "../entry.ts";

type NoArguments = Record<never, never>;

const couldNot = {
  "no-file": { en: "there is no such file", pt: "o arquivo não existe" },
  "not-json": { en: "the file is not JSON", pt: "o arquivo não é JSON" },
  "no-such-part": { en: "the file has no such part", pt: "o arquivo não tem essa parte" },
  "no-number": {
    en: "this is not a whole number from 1 on",
    pt: "isto não é um número inteiro a partir de 1",
  },
  "outside-root": { en: "it leads outside the project", pt: "ele leva para fora do projeto" },
} as const;

/** Why a region cannot be made from what its marker says. */
export type RegionObstacle = keyof typeof couldNot;

/** Regions of committed files: their markers, what they ask for, and whether they are current. */
export const regionsCatalogue = {
  "markdown/region-marker": entry<{ written: string }>({
    severity: "error",
    en: {
      message: ({ written }) => `\`${written}\` is not a marker of a region`,
      hint: () =>
        "a marker stands alone on its line: `<!-- rastro:begin NAME key=value -->` or `<!-- rastro:end -->`",
      about:
        "A comment that starts with `rastro:` marks a region that is kept current. This one is not written as a marker, so nobody can tell what lies between it and the next.",
    },
    pt: {
      message: ({ written }) => `\`${written}\` não é um marcador de região`,
      hint: () =>
        "um marcador fica sozinho na linha: `<!-- rastro:begin NOME chave=valor -->` ou `<!-- rastro:end -->`",
      about:
        "Um comentário que começa com `rastro:` marca uma região mantida em dia. Este não está escrito como marcador, e não se sabe o que há entre ele e o próximo.",
    },
  }),
  "markdown/region-not-begun": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this marker ends a region that never began",
      hint: () => "remove it, or write `<!-- rastro:begin NAME -->` above",
      about: "Each `rastro:end` closes the `rastro:begin` above it, and there is none here.",
    },
    pt: {
      message: () => "este marcador encerra uma região que não começou",
      hint: () => "remova-o, ou escreva `<!-- rastro:begin NOME -->` acima",
      about: "Cada `rastro:end` fecha o `rastro:begin` acima dele, e aqui não há nenhum.",
    },
  }),
  "markdown/region-nested": entry<{ name: string; outer: string }>({
    severity: "error",
    en: {
      message: ({ name, outer }) => `region \`${name}\` begins inside region \`${outer}\``,
      hint: () => "close the outer one first with `<!-- rastro:end -->`",
      about:
        "What lies inside a region is replaced as a whole, so that a region inside another would be lost.",
    },
    pt: {
      message: ({ name, outer }) => `a região \`${name}\` começa dentro da região \`${outer}\``,
      hint: () => "feche antes a de fora com `<!-- rastro:end -->`",
      about:
        "O que está dentro de uma região é trocado por inteiro; uma região dentro de outra se perderia.",
    },
  }),
  "markdown/region-unclosed": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `region \`${name}\` is not closed`,
      hint: () => "write `<!-- rastro:end -->` on a line of its own below it",
      about:
        "Without its end a region would reach to the end of the file and replace what people wrote there.",
    },
    pt: {
      message: ({ name }) => `a região \`${name}\` não é fechada`,
      hint: () => "escreva `<!-- rastro:end -->` em uma linha própria abaixo dela",
      about:
        "Sem o fim, a região iria até o fim do arquivo e trocaria o que as pessoas escreveram ali.",
    },
  }),
  "markdown/region-duplicate": entry<{ name: string; line: number }>({
    severity: "error",
    en: {
      message: ({ name, line }) => `region \`${name}\` stands on line ${String(line)} already`,
      hint: () => "remove one of them, or give it other options",
      about:
        "The same region with the same options twice in one file is a copy that somebody forgot to change.",
    },
    pt: {
      message: ({ name, line }) => `a região \`${name}\` já está na linha ${String(line)}`,
      hint: () => "remova uma delas, ou dê-lhe outras opções",
      about:
        "A mesma região com as mesmas opções duas vezes em um arquivo é uma cópia que alguém esqueceu de mudar.",
    },
  }),
  "render/unknown-region": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `there is no region \`${name}\``,
      about:
        "Regions are `badges`, `commands`, `coverage`, `features`, `folders`, `gates`, `keys`, `links`, `scripts` and `tree`; the guide about regions says what each shows.",
    },
    pt: {
      message: ({ name }) => `não existe a região \`${name}\``,
      about:
        "As regiões são `badges`, `commands`, `coverage`, `features`, `folders`, `gates`, `keys`, `links`, `scripts` e `tree`; o guia sobre regiões diz o que cada uma mostra.",
    },
  }),
  "render/region-option": entry<{ name: string; option: string }>({
    severity: "error",
    en: {
      message: ({ name, option }) => `region \`${name}\` has no option \`${option}\``,
      about: "The marker of a region names an option that this region does not know.",
    },
    pt: {
      message: ({ name, option }) => `a região \`${name}\` não tem a opção \`${option}\``,
      about: "O marcador da região indica uma opção que esta região não conhece.",
    },
  }),
  "render/region-project": entry<{ name: string; written?: string }>({
    severity: "error",
    en: {
      message: ({ name, written }) =>
        written === undefined
          ? `region \`${name}\` does not say of which project`
          : `there is no project \`${written}\``,
      hint: () => "write `project=NAME` after the name of the region",
      about: "The settings have several projects, and this region shows one of them.",
    },
    pt: {
      message: ({ name, written }) =>
        written === undefined
          ? `a região \`${name}\` não diz de qual projeto é`
          : `não existe o projeto \`${written}\``,
      hint: () => "escreva `project=NOME` depois do nome da região",
      about: "A configuração tem vários projetos, e esta região mostra um deles.",
    },
  }),
  "render/region-impossible": entry<{ option: string; written: string; why: RegionObstacle }>({
    severity: "error",
    en: {
      message: ({ option, written, why }) => `\`${option}=${written}\`: ${couldNot[why].en}`,
      hint: () => "correct the option in the marker",
      about: "The region cannot be made from what its marker says; the file is left as it is.",
    },
    pt: {
      message: ({ option, written, why }) => `\`${option}=${written}\`: ${couldNot[why].pt}`,
      hint: () => "corrija a opção no marcador",
      about:
        "A região não pode ser feita a partir do que diz o marcador; o arquivo fica como está.",
    },
  }),
  "sources/no-file-list": entry<NoArguments>({
    severity: "warning",
    en: {
      message: () => "git does not list the files of the repository; the tree stays as it is",
      hint: () => "run this in a checkout, with git installed",
      about:
        "The region `tree` shows what belongs to the repository, and only git knows that. It is neither changed nor compared in this run.",
    },
    pt: {
      message: () => "o git não lista os arquivos do repositório; a árvore fica como está",
      hint: () => "execute em um clone, com o git instalado",
      about:
        "A região `tree` mostra o que pertence ao repositório, e só o git sabe isso. Ela não é mudada nem comparada nesta execução.",
    },
  }),
  "publish/stale-region": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `region \`${name}\` is not what would be made now`,
      hint: () => "run `rastro gen`",
      about:
        "A region of a committed file differs from what its sources say. The lines that would go (`-`) and come (`+`) are listed; `rastro gen` writes them.",
    },
    pt: {
      message: ({ name }) => `a região \`${name}\` não é o que seria feito agora`,
      hint: () => "execute `rastro gen`",
      about:
        "Uma região de um arquivo versionado difere do que dizem as fontes. As linhas que sairiam (`-`) e entrariam (`+`) estão listadas; `rastro gen` as grava.",
    },
  }),
  "publish/stale-badge": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this badge is missing, or not what would be made now",
      hint: () => "run `rastro gen`",
      about: "A badge that a region shows is a committed file, which `rastro gen` keeps current.",
    },
    pt: {
      message: () => "este selo falta, ou não é o que seria feito agora",
      hint: () => "execute `rastro gen`",
      about:
        "Um selo mostrado por uma região é um arquivo versionado, que `rastro gen` mantém em dia.",
    },
  }),
  "publish/committed-meanwhile": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "somebody changed this file meanwhile; it stays as it is",
      hint: () => "run `rastro gen` again",
      about:
        "Between reading a file and writing its regions its text changed, or something that rastro did not make stands in its place. Nothing of it is overwritten.",
    },
    pt: {
      message: () => "alguém mudou este arquivo enquanto isso; ele fica como está",
      hint: () => "execute `rastro gen` de novo",
      about:
        "Entre a leitura do arquivo e a gravação de suas regiões o texto mudou, ou há em seu lugar algo que o rastro não fez. Nada dele é sobrescrito.",
    },
  }),
};
