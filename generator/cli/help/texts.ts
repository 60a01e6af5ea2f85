/** What `--help` says around the commands and their options. */
export const helpTexts = {
  "pt-BR": {
    usage: "Uso: rastro <comando> [opções]",
    about:
      "Faz de um repositório uma documentação que não mente: OpenAPI, SQL, git, TypeScript, dados de\nprograma, testes e Markdown tornam-se páginas ligadas, com cada ligação conferida.",
    usageOf: "Uso:",
    commands: "Comandos:",
    options: "Opções:",
    examples: "Exemplos:",
    more: "`rastro <comando> --help` diz o que cada um aceita. Para começar: `rastro init`, depois `rastro gen`.",
    exits:
      "Códigos de saída: 0 nada errado · 1 há erros, NO-GO ou CONDITIONAL · 2 não pôde executar · 3 PENDING ·\n4 UNDETERMINED ou adulterado",
  },
  en: {
    usage: "Usage: rastro <command> [options]",
    about:
      "Turns a repository into documentation that cannot lie: OpenAPI, SQL, git, TypeScript, programme data,\ntests and Markdown become linked pages, with every link checked.",
    usageOf: "Usage:",
    commands: "Commands:",
    options: "Options:",
    examples: "Examples:",
    more: "`rastro <command> --help` says what each one takes. To begin: `rastro init`, then `rastro gen`.",
    exits:
      "Exit codes: 0 nothing wrong · 1 there are errors, NO-GO or CONDITIONAL · 2 could not run · 3 PENDING ·\n4 UNDETERMINED or tampered with",
  },
} as const;
