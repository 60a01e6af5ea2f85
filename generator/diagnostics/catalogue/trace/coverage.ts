import type { CoverageState } from "#model/trace/states.ts";
import { entry } from "../entry.ts";
import { names } from "./names.ts";

const stateWords: Readonly<Record<CoverageState, { readonly en: string; readonly pt: string }>> = {
  covered: { en: "covered", pt: "está coberto" },
  justified: { en: "only waived", pt: "está apenas dispensado" },
  suspect: {
    en: "covered only by links that wait for a review",
    pt: "está coberto só por vínculos que esperam revisão",
  },
  stale: {
    en: "shown only by results that are older than it",
    pt: "é demonstrado só por resultados anteriores a ele",
  },
  unverified: { en: "not shown by any result", pt: "não é demonstrado por nenhum resultado" },
  failing: { en: "shown to fail", pt: "foi reprovado" },
  partial: { en: "covered only in part", pt: "está coberto apenas em parte" },
  uncovered: { en: "not covered", pt: "não está coberto" },
  cyclic: { en: "covered only by way of itself", pt: "está coberto apenas por meio de si mesmo" },
};

const way = (path: readonly string[]): string => path.map((name) => `\`${name}\``).join(" ← ");

export const traceCoverageCatalogue = {
  "evaluate/trace-not-covered": entry<{
    item: string;
    state: CoverageState;
    needs: readonly string[];
    found: number;
    min: number;
    path: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ item, state, path }) =>
        `\`${item}\` is ${stateWords[state].en}${path.length > 1 ? `: ${way(path)}` : ""}`,
      hint: ({ item, state, path, needs, found, min }) =>
        state === "suspect"
          ? `review them, then run \`rastro accept ${path.at(-2) ?? item} --reason "…"\``
          : needs.length === 0
            ? undefined
            : `it needs ${String(min)} of ${names(needs)}, and ${String(found)} ${found === 1 ? "counts" : "count"}`,
      about:
        "An approved item says what must link to it (`needs`), and not enough does that counts: approved, by a reviewed link of a role that covers, with a result that passes. The way shown leads to what is missing. `traceability: {severity: {coverage: error}}` makes it fail.",
    },
    pt: {
      message: ({ item, state, path }) =>
        `\`${item}\` ${stateWords[state].pt}${path.length > 1 ? `: ${way(path)}` : ""}`,
      hint: ({ item, state, path, needs, found, min }) =>
        state === "suspect"
          ? `revise-os e execute \`rastro accept ${path.at(-2) ?? item} --reason "…"\``
          : needs.length === 0
            ? undefined
            : `precisa de ${String(min)} de ${names(needs)}, e ${found === 1 ? "conta 1" : `contam ${String(found)}`}`,
      about:
        "Um item aprovado diz o que precisa estar vinculado a ele (`needs`), e não há o bastante que conte: aprovado, por um vínculo revisado de um papel que cobre, com resultado que passa. O caminho mostrado leva ao que falta. `traceability: {severity: {coverage: error}}` faz disso um erro.",
    },
  }),
  "evaluate/trace-rule": entry<{
    rule: string;
    item: string;
    found: number;
    types: readonly string[];
    min: number;
    max: number | undefined;
    hint: string | undefined;
  }>({
    severity: "error",
    en: {
      message: ({ rule, item, found, types }) =>
        `\`${item}\` breaks the rule \`${rule}\`: ${String(found)} of ${types.length > 0 ? names(types) : "what it asks for"} linked`,
      hint: ({ hint, min, max }) =>
        hint ??
        (max === undefined ? `at least ${String(min)}` : `${String(min)} to ${String(max)}`),
      about:
        "The project declares which items must be linked to which, how many, and over how many steps (`traceability: {rules: […]}`). Add or remove links until the rule is kept, or change the rule.",
    },
    pt: {
      message: ({ rule, item, found, types }) =>
        `\`${item}\` descumpre a regra \`${rule}\`: ${String(found)} de ${types.length > 0 ? names(types) : "o que ela pede"} vinculados`,
      hint: ({ hint, min, max }) =>
        hint ??
        (max === undefined ? `ao menos ${String(min)}` : `de ${String(min)} a ${String(max)}`),
      about:
        "O projeto declara quais itens precisam estar vinculados a quais, quantos e a quantos passos (`traceability: {rules: […]}`). Acrescente ou remova vínculos até cumprir a regra, ou mude a regra.",
    },
  }),
  "evaluate/trace-waiver-expired": entry<{ item: string; expires: string }>({
    severity: "warning",
    en: {
      message: ({ item, expires }) => `a waiver of \`${item}\` expired on ${expires}`,
      hint: () => "meet the need, or agree on another day",
      about:
        "Somebody answered for a need that is not met, until a day that has passed. An expired waiver is none: the item counts as it is.",
    },
    pt: {
      message: ({ item, expires }) => `uma dispensa de \`${item}\` venceu em ${expires}`,
      hint: () => "atenda à necessidade ou combine outro dia",
      about:
        "Alguém respondeu por uma necessidade não atendida até um dia que já passou. Dispensa vencida não é dispensa: o item vale como está.",
    },
  }),
};
