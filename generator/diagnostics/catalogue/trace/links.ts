import { entry } from "../entry.ts";
import { type LinkArgs, names } from "./names.ts";

export const traceLinksCatalogue = {
  "evaluate/trace-revision": entry<LinkArgs & { named: number; rev: number }>({
    severity: "error",
    en: {
      message: ({ from, to, named, rev }) =>
        `\`${from}\` names revision ${String(named)} of \`${to}\`, which is at ${String(rev)}`,
      hint: ({ rev }) => `compare the two, then write \`~${String(rev)}\``,
      about:
        "The link was made for another revision of its target. An older one may no longer fit; a newer one is a slip of the pen, or a change that is not here yet. Until the revisions agree the link does not count.",
    },
    pt: {
      message: ({ from, to, named, rev }) =>
        `\`${from}\` nomeia a revisão ${String(named)} de \`${to}\`, que está na ${String(rev)}`,
      hint: ({ rev }) => `compare as duas e escreva \`~${String(rev)}\``,
      about:
        "O vínculo foi feito para outra revisão de seu alvo. Uma anterior pode não servir mais; uma posterior é engano, ou mudança que ainda não chegou. Até que as revisões concordem, o vínculo não conta.",
    },
  }),
  "evaluate/trace-forbidden": entry<LinkArgs & { role: string; source: string; goal: string }>({
    severity: "error",
    en: {
      message: ({ from, to, role, source, goal }) =>
        `\`${from}\` (${source}) may not link to \`${to}\` (${goal}) as \`${role}\``,
      hint: () =>
        "link to an item of a type that is allowed, or change what `traceability` declares",
      about:
        "The project declares between which types such links run (`from-types`, `to-types`, `traces-to`). This one skips a level or goes the wrong way, so that it does not count.",
    },
    pt: {
      message: ({ from, to, role, source, goal }) =>
        `\`${from}\` (${source}) não pode ser vinculado a \`${to}\` (${goal}) como \`${role}\``,
      hint: () => "vincule a um item de uma classe permitida ou mude o que `traceability` declara",
      about:
        "O projeto declara entre quais classes correm tais vínculos (`from-types`, `to-types`, `traces-to`). Este pula um nível ou vai na direção errada, e por isso não conta.",
    },
  }),
  "evaluate/trace-unwanted": entry<LinkArgs & { source: string; needs: readonly string[] }>({
    severity: "info",
    en: {
      message: ({ from, to, source }) =>
        `\`${from}\` covers \`${to}\`, which needs nothing of the type \`${source}\``,
      hint: ({ needs }) => (needs.length > 0 ? `it needs ${names(needs)}` : undefined),
      about:
        "The target states what it needs, and this is not among it, so that the link counts for nothing. Link to another item, or let the target welcome it: `{any-of: […], min: 0}`.",
    },
    pt: {
      message: ({ from, to, source }) =>
        `\`${from}\` cobre \`${to}\`, que não precisa de nada da classe \`${source}\``,
      hint: ({ needs }) => (needs.length > 0 ? `precisa de ${names(needs)}` : undefined),
      about:
        "O alvo declara de que precisa, e isto não está entre o que pede: o vínculo não conta para nada. Vincule a outro item ou deixe o alvo aceitá-lo: `{any-of: […], min: 0}`.",
    },
  }),
  "evaluate/trace-inactive": entry<LinkArgs & { status: string }>({
    severity: "warning",
    en: {
      message: ({ from, to, status }) => `\`${from}\` links to \`${to}\`, which is ${status}`,
      hint: () => "link to what took its place, or remove the link",
      about:
        "What the link leads to was rejected, retired or cancelled. What is still done for it is done for nothing, or for something else that the link should name.",
    },
    pt: {
      message: ({ from, to, status }) =>
        `\`${from}\` está vinculado a \`${to}\`, que está como \`${status}\``,
      hint: () => "vincule ao que tomou o lugar dele ou remova o vínculo",
      about:
        "Aquilo a que o vínculo leva foi rejeitado, aposentado ou cancelado. O que ainda se faz por ele se faz por nada, ou por outra coisa que o vínculo deveria nomear.",
    },
  }),
  "evaluate/trace-unknown-role": entry<{ from: string; role: string }>({
    severity: "error",
    en: {
      message: ({ role }) => `\`${role}\` is no role of links`,
      hint: () => "correct it, or declare it under `traceability: {roles: […]}`",
      about:
        "A link says what it means with a role: one that every project has, or one that the project declares with its inverse and what it counts for. This one is neither, so that nobody knows what the link says.",
    },
    pt: {
      message: ({ role }) => `\`${role}\` não é papel de vínculos`,
      hint: () => "corrija-o ou declare-o em `traceability: {roles: […]}`",
      about:
        "Um vínculo diz o que significa com um papel: um que todo projeto tem, ou um que o projeto declara com seu inverso e o que vale. Este não é nem um nem outro, e ninguém sabe o que o vínculo diz.",
    },
  }),
};
