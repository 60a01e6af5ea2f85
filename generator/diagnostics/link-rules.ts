import type { DiagnosticCode } from "./catalogue/index.ts";

/** The link catalogue's numbers, and the codes that say the same. */
export const linkRules: ReadonlyMap<string, DiagnosticCode> = new Map([
  ["L001", "verify/missing-file"],
  ["L002", "verify/wrong-case"],
  ["L003", "verify/missing-extension"],
  ["L004", "verify/backslash"],
  ["L005", "verify/directory-without-index"],
  ["L006", "verify/leaves-folder"],
  ["L007", "verify/draft-target"],
  ["L008", "verify/malformed-encoding"],
  ["L009", "verify/other-unicode-form"],
  ["L010", "verify/missing-image"],
  ["L011", "verify/image-without-text"],
  ["L020", "verify/missing-anchor"],
  ["L021", "verify/wrong-case-anchor"],
  ["L022", "verify/accent-variant-anchor"],
  ["L023", "verify/repeated-anchor"],
  ["L024", "verify/unstable-anchor"],
  ["L025", "verify/anchor-into-file"],
  ["L026", "verify/invalid-anchor"],
  ["L030", "verify/undefined-reference"],
  ["L031", "verify/unused-definition"],
  ["L032", "verify/shadowed-definition"],
  ["L033", "verify/undefined-footnote"],
  ["L034", "verify/unused-footnote"],
  ["L035", "verify/duplicate-footnote"],
  ["L040", "verify/empty-link"],
  ["L041", "verify/empty-fragment"],
  ["L042", "verify/refused-scheme"],
  ["L043", "verify/private-host"],
  ["L044", "verify/insecure-url"],
  ["L045", "verify/bad-address"],
  ["L046", "verify/own-repository-url"],
  ["L047", "verify/own-site-url"],
  ["L050", "verify/orphan-page"],
  ["L051", "verify/unreachable-page"],
  ["L052", "verify/navigation-without-page"],
  ["L053", "verify/page-without-navigation"],
  ["L054", "verify/broken-redirect"],
  ["L055", "verify/removed-page"],
  ["L056", "verify/other-locale"],
  ["L057", "verify/removed-anchor"],
  ["L060", "graph/dangling-reference"],
  ["L061", "graph/ambiguous-reference"],
  ["L062", "evaluate/gate-stale"],
]);

const numbers = new Map([...linkRules].map(([number, code]): [string, string] => [code, number]));

/** The number of a code in the link catalogue, if it has one. */
export const linkRuleOf = (code: string): string | undefined => numbers.get(code);
