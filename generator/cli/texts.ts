import type { Language } from "#model/pages/page.ts";

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const texts = {
  "pt-BR": {
    usage: "Uso: rastro <comando> [opções]",
    commands: "Comandos:",
    options: [
      "Opções:",
      "  --config <arquivo>     configuração (rastro.config.yaml)",
      "  --format text|json     forma da saída (text); em diff, trace e impact também markdown;",
      "                         em check e gen também sarif, junit, github, gitlab, rdjson",
      "  --lang pt-BR|en        idioma das mensagens",
      "  --as-of <data>         a data que conta como hoje",
      "  --strict               avisos contam como erros",
      "  --max-warnings <n>     mais avisos do que n é um erro",
      "  --out                  em check: compara também a pasta out/",
      "  --baseline <arquivo>   em check e gen: o que ele lista é nota, e não impede nada",
      "  --update-baseline      em check: anota nele o que há agora",
      "  --external             em check --links: pergunta à web pelos endereços de fora",
      "  --fail-on breaking     em diff: sai com 1 quando uma mudança quebra quem usa",
      "  --at <migração>        em gen: o esquema como era depois dela",
      "  --trusted-ref <ref>    em gate, gen e check: de onde vêm políticas e signatários",
      "  --allow-conditional    em gate: CONDITIONAL sai com 0",
      "  --port <n>             em dev: a porta (4321)",
      "  --to <arquivo>         em print: o nome do .pdf ou .html",
      "  --version, --help",
    ],
    exits:
      "Códigos de saída: 0 nada errado · 1 há erros, NO-GO ou CONDITIONAL · 2 não pôde executar · 3 PENDING · 4 UNDETERMINED ou adulterado",
    unknownCommand: (name: string) => `comando desconhecido: ${name}`,
    unknownOption: (name: string) => `opção desconhecida: ${name}`,
    optionValue: (name: string) => `a opção ${name} tem um valor a mais ou a menos`,
    wrongOption: (option: string, written: string, known: readonly string[]) =>
      `--${option} não aceita '${written}'; aceita ${known.join(", ")}`,
    wrong: "Errado:",
    right: "Certo:",
    unknownCode: (name: string) => `código desconhecido: ${name}`,
    atNeedsSchema: "--at só vale com um alvo: rastro gen schema --at <migração>",
    diffOperands: "diff precisa de: api <a> <b>, code <a> <b>, graph <a> <b> ou schema <a> <b>",
    changelogOperands: "changelog aceita uma só versão: uma tag, latest ou unreleased",
    unknownRelease: (name: string) => `nenhuma versão se chama '${name}'`,
    unknownTarget: (name: string) => `alvo desconhecido: ${name}`,
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
    usage: "Usage: rastro <command> [options]",
    commands: "Commands:",
    options: [
      "Options:",
      "  --config <file>        settings (rastro.config.yaml)",
      "  --format text|json     shape of the output (text); with diff, trace and impact markdown too;",
      "                         with check and gen sarif, junit, github, gitlab, rdjson too",
      "  --lang pt-BR|en        language of the messages",
      "  --as-of <date>         the date that counts as today",
      "  --strict               warnings count as errors",
      "  --max-warnings <n>     more warnings than n are an error",
      "  --out                  with check: compare the folder out/ too",
      "  --baseline <file>      with check, gen: what it lists is a note, and stops nothing",
      "  --update-baseline      with check: notes in it what there is now",
      "  --external             with check --links: asks the web for addresses elsewhere",
      "  --fail-on breaking     with diff: exits with 1 when a change breaks users",
      "  --at <migration>       with gen: the schema as it was after it",
      "  --trusted-ref <ref>    with gate, gen, check: where policies and signers come from",
      "  --allow-conditional    with gate: CONDITIONAL exits with 0",
      "  --port <n>             in dev: the port (4321)",
      "  --to <file>            in print: the name of the .pdf or .html",
      "  --version, --help",
    ],
    exits:
      "Exit codes: 0 nothing wrong · 1 there are errors, NO-GO or CONDITIONAL · 2 could not run · 3 PENDING · 4 UNDETERMINED or tampered with",
    unknownCommand: (name: string) => `unknown command: ${name}`,
    unknownOption: (name: string) => `unknown option: ${name}`,
    optionValue: (name: string) => `the option ${name} has a value too many or too few`,
    wrongOption: (option: string, written: string, known: readonly string[]) =>
      `--${option} does not take '${written}'; it takes ${known.join(", ")}`,
    wrong: "Wrong:",
    right: "Right:",
    unknownCode: (name: string) => `unknown code: ${name}`,
    atNeedsSchema: "--at takes one target: rastro gen schema --at <migration>",
    diffOperands: "diff needs: api <a> <b>, code <a> <b>, graph <a> <b> or schema <a> <b>",
    changelogOperands: "changelog takes one release: a tag, latest or unreleased",
    unknownRelease: (name: string) => `no release is called '${name}'`,
    unknownTarget: (name: string) => `unknown target: ${name}`,
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
