const list = (names: readonly string[]): string => names.map((each) => `\n  ${each}`).join("");

/** What `trace` and `impact` say, in each language. */
export const reachTexts = {
  "pt-BR": {
    traceOperands: "trace precisa de um item: rastro trace <id>",
    impactOperands: "impact precisa de um item, um caminho ou um intervalo do git",
    settings: (file: string, isBroken: boolean) =>
      isBroken ? `\`${file}\` tem erros; veja rastro check` : `\`${file}\` não existe`,
    unknown: (name: string, near: readonly string[]) =>
      `\`${name}\` não é um item, nem um caminho com itens, nem um intervalo do git${list(near)}`,
    ambiguous: (name: string, names: readonly string[]) =>
      `\`${name}\` pode ser vários itens:${list(names)}`,
    out: "Leva a",
    in: "É alcançado por",
    nothing: "nada",
    coverage: "Cobertura",
    legend: "● vínculo forte, leva mudanças adiante · ○ vínculo fraco, só aponta",
    changed: "Mudou",
    dependents: "Depende disso",
    served: "Serve a",
    evidence: "Evidência a repetir",
    mentions: "Só aponta para isso",
    goneFiles: (files: readonly string[]) =>
      `arquivos removidos, de cujos itens nada se sabe: ${files.join(", ")}`,
    impactTitle: (name: string) => `Impacto de ${name}`,
  },
  en: {
    traceOperands: "trace needs an item: rastro trace <id>",
    impactOperands: "impact needs an item, a path or a range of git",
    settings: (file: string, isBroken: boolean) =>
      isBroken ? `\`${file}\` has errors; see rastro check` : `\`${file}\` does not exist`,
    unknown: (name: string, near: readonly string[]) =>
      `\`${name}\` is no item, no path with items in it and no range of git${list(near)}`,
    ambiguous: (name: string, names: readonly string[]) =>
      `\`${name}\` may be several items:${list(names)}`,
    out: "Leads to",
    in: "Is reached by",
    nothing: "nothing",
    coverage: "Coverage",
    legend: "● strong link, carries changes on · ○ weak link, only points",
    changed: "Changed",
    dependents: "Depends on it",
    served: "Serves",
    evidence: "Evidence to repeat",
    mentions: "Only points to it",
    goneFiles: (files: readonly string[]) =>
      `removed files, of whose items nothing is known: ${files.join(", ")}`,
    impactTitle: (name: string) => `Impact of ${name}`,
  },
} as const;
