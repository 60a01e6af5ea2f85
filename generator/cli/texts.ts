import type { Language } from "#model/pages/page.ts";

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const texts = {
  "pt-BR": {
    unknownCommand: (name: string) => `comando desconhecido: ${name}`,
    didYouMean: (names: readonly string[]) => `; você quis dizer ${names.join(" / ")}?`,
    seeHelp: (command?: string) =>
      command === undefined
        ? "`rastro --help` lista os comandos"
        : `\`rastro ${command} --help\` diz o que ele aceita`,
    unknownOption: (name: string) => `opção desconhecida: ${name}`,
    optionValue: (name: string) => `a opção ${name} tem um valor a mais ou a menos`,
    wrongOption: (option: string, written: string, known: readonly string[]) =>
      `--${option} não aceita '${written}'; aceita ${known.join(", ")}`,
    wrong: "Errado:",
    right: "Certo:",
    unknownCode: (name: string) => `código desconhecido: ${name}`,
    versionLabel: (written: string) =>
      `--version-label '${written}': um nome de versão começa com um algarismo ou com v e um algarismo, como 1.4 ou v2.0`,
    atNeedsSchema: "--at só vale com um alvo: rastro gen schema --at <migração>",
    diffOperands: "diff precisa de: api <a> <b>, code <a> <b>, graph <a> <b> ou schema <a> <b>",
    changelogOperands: "changelog aceita uma só versão: uma tag, latest ou unreleased",
    unknownRelease: (name: string) => `nenhuma versão se chama '${name}'`,
    unknownTarget: (name: string, known: readonly string[]) =>
      `alvo desconhecido: ${name}; há ${known.join(", ")}`,
    published: (written: number, unchanged: number, removed: number) =>
      [
        counted(written, "arquivo escrito", "arquivos escritos"),
        counted(unchanged, "inalterado", "inalterados"),
        `${counted(removed, "removido", "removidos")} em out/`,
      ].join(", "),
    regionsWritten: (file: string) => `regiões atualizadas em ${file}`,
    nothingWritten: "nada foi escrito: há erros",
    serving: (url: string) => `o site está em ${url} e se refaz a cada mudança; Ctrl-C encerra`,
    remade: (count: number) => counted(count, "arquivo do site mudou", "arquivos do site mudaram"),
    noPort: "--port precisa de um número até 65535",
    portTaken: (port: number) => `a porta ${String(port)} está em uso; escolha outra com --port`,
    counts: (errors: number, warnings: number, infos: number) =>
      [
        counted(errors, "erro", "erros"),
        counted(warnings, "aviso", "avisos"),
        `${counted(infos, "nota", "notas")} (com --format json)`,
      ].join(", "),
    tooManyWarnings: (count: number, limit: number) =>
      `${String(count)} avisos são mais do que os ${String(limit)} permitidos`,
    baselined: (count: number, file: string) =>
      `${counted(count, "achado já conhecido", "achados já conhecidos")} em ${file}`,
    baselineWritten: (count: number, file: string) =>
      `${counted(count, "achado anotado", "achados anotados")} em ${file}`,
    baselineUnused: (count: number, file: string) =>
      `${counted(count, "achado", "achados")} de ${file} não ocorre mais; --update-baseline o atualiza`,
    asOf: (date: string) => `situação em ${date}`,
    more: (count: number, code: string) => `… e mais ${String(count)} [${code}]`,
    bug: "isto é um defeito do rastro; por favor, relate-o com o texto abaixo",
  },
  en: {
    unknownCommand: (name: string) => `unknown command: ${name}`,
    didYouMean: (names: readonly string[]) => `; did you mean ${names.join(" / ")}?`,
    seeHelp: (command?: string) =>
      command === undefined
        ? "`rastro --help` lists the commands"
        : `\`rastro ${command} --help\` says what it takes`,
    unknownOption: (name: string) => `unknown option: ${name}`,
    optionValue: (name: string) => `the option ${name} has a value too many or too few`,
    wrongOption: (option: string, written: string, known: readonly string[]) =>
      `--${option} does not take '${written}'; it takes ${known.join(", ")}`,
    wrong: "Wrong:",
    right: "Right:",
    unknownCode: (name: string) => `unknown code: ${name}`,
    versionLabel: (written: string) =>
      `--version-label '${written}': the name of a version begins with a digit, or with v and a digit, like 1.4 or v2.0`,
    atNeedsSchema: "--at takes one target: rastro gen schema --at <migration>",
    diffOperands: "diff needs: api <a> <b>, code <a> <b>, graph <a> <b> or schema <a> <b>",
    changelogOperands: "changelog takes one release: a tag, latest or unreleased",
    unknownRelease: (name: string) => `no release is called '${name}'`,
    unknownTarget: (name: string, known: readonly string[]) =>
      `unknown target: ${name}; there are ${known.join(", ")}`,
    published: (written: number, unchanged: number, removed: number) =>
      `${counted(written, "file", "files")} written, ${String(unchanged)} unchanged, ${String(removed)} removed in out/`,
    regionsWritten: (file: string) => `regions brought up to date in ${file}`,
    nothingWritten: "nothing was written: there are errors",
    serving: (url: string) =>
      `the site is at ${url} and is made again at each change; Ctrl-C ends it`,
    remade: (count: number) =>
      counted(count, "file of the site changed", "files of the site changed"),
    noPort: "--port needs a number up to 65535",
    portTaken: (port: number) => `port ${String(port)} is in use; choose another with --port`,
    counts: (errors: number, warnings: number, infos: number) =>
      [
        counted(errors, "error", "errors"),
        counted(warnings, "warning", "warnings"),
        `${counted(infos, "note", "notes")} (in --format json)`,
      ].join(", "),
    tooManyWarnings: (count: number, limit: number) =>
      `${String(count)} warnings are more than the ${String(limit)} allowed`,
    baselined: (count: number, file: string) =>
      `${counted(count, "finding", "findings")} known before, in ${file}`,
    baselineWritten: (count: number, file: string) =>
      `${counted(count, "finding", "findings")} noted in ${file}`,
    baselineUnused: (count: number, file: string) =>
      `${counted(count, "finding", "findings")} of ${file} no longer there; --update-baseline leaves them out`,
    asOf: (date: string) => `as of ${date}`,
    more: (count: number, code: string) => `… and ${String(count)} more [${code}]`,
    bug: "this is a defect of rastro; please report it with the text below",
  },
} as const;

export type Texts = (typeof texts)[Language];

/** What the command line itself says, in one language. */
export const textsOf = (language: Language): Texts => texts[language];

/** The language of the terminal, for commands that read no settings. */
export function terminalLanguage(environment: NodeJS.ProcessEnv): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("pt") ? "pt-BR" : "en";
}
