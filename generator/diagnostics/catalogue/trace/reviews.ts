import { entry } from "../entry.ts";
import { type LinkArgs, names } from "./names.ts";

export const traceReviewsCatalogue = {
  "evaluate/trace-suspect": entry<LinkArgs & { fields: readonly string[]; key: string }>({
    severity: "error",
    en: {
      message: ({ from, to, fields }) =>
        `\`${from}\` was linked to \`${to}\` before ${fields.length > 0 ? `its ${names(fields)} changed` : "it changed"}`,
      hint: ({ key }) => `review it, then run \`rastro accept ${key} --reason "…"\``,
      about:
        "Somebody reviewed the link, and since then a normative field of what it leads to has changed: whether the link still holds is for a person to say. `rastro accept` writes the review into the lock file, and nothing else does.",
    },
    pt: {
      message: ({ from, to, fields }) =>
        `\`${from}\` foi vinculado a \`${to}\` antes de ${fields.length > 0 ? `mudar ${names(fields)}` : "uma mudança"}`,
      hint: ({ key }) => `revise-o e execute \`rastro accept ${key} --reason "…"\``,
      about:
        "Alguém revisou o vínculo, e desde então mudou um campo normativo daquilo a que ele leva: se o vínculo ainda vale, só uma pessoa pode dizer. `rastro accept` escreve a revisão no registro, e nada mais o faz.",
    },
  }),
  "evaluate/trace-unpinned": entry<LinkArgs & { key: string }>({
    severity: "warning",
    en: {
      message: ({ from, to }) => `nobody has reviewed the link from \`${from}\` to \`${to}\``,
      hint: ({ key }) => `review it, then run \`rastro accept ${key} --reason "…"\``,
      about:
        "The project keeps reviews of its links, and this one has none: later nobody could say whether it still fits. It does not count as coverage until it is accepted.",
    },
    pt: {
      message: ({ from, to }) => `ninguém revisou o vínculo de \`${from}\` a \`${to}\``,
      hint: ({ key }) => `revise-o e execute \`rastro accept ${key} --reason "…"\``,
      about:
        "O projeto registra as revisões de seus vínculos, e este não tem nenhuma: mais tarde ninguém saberia se ainda serve. Ele não conta como cobertura até ser aceito.",
    },
  }),
  "evaluate/trace-review-without-link": entry<LinkArgs>({
    severity: "warning",
    en: {
      message: ({ from, to }) => `the link from \`${from}\` to \`${to}\` was reviewed and is gone`,
      hint: () => 'restore the link, or remove the line with `rastro accept --prune --reason "…"`',
      about:
        "The lock file holds a review of a link that nobody writes any more. Either the link was lost, and with it coverage that somebody relied on, or it was removed on purpose, and the line can go.",
    },
    pt: {
      message: ({ from, to }) =>
        `o vínculo de \`${from}\` a \`${to}\` foi revisado e não existe mais`,
      hint: () => 'restaure o vínculo ou remova a linha com `rastro accept --prune --reason "…"`',
      about:
        "O registro guarda a revisão de um vínculo que ninguém mais escreve. Ou o vínculo se perdeu, e com ele uma cobertura com que alguém contava, ou foi removido de propósito, e a linha pode sair.",
    },
  }),
  "sources/trace-lock-line": entry<object>({
    severity: "error",
    en: {
      message: () => "this line is no review of a link",
      hint: () => "take the line of the last good version, or remove it and review the link again",
      about:
        "Each line of the lock file is one reviewed link as JSON, written by `rastro accept`. A line that was edited by hand or broken in a merge proves nothing, so that its link counts as never reviewed.",
    },
    pt: {
      message: () => "esta linha não é a revisão de um vínculo",
      hint: () => "recupere a linha da última versão boa ou remova-a e revise o vínculo de novo",
      about:
        "Cada linha do registro é um vínculo revisado, em JSON, escrito por `rastro accept`. Uma linha editada à mão ou quebrada em uma mesclagem não prova nada, e seu vínculo conta como nunca revisado.",
    },
  }),
  "sources/trace-lock-outside": entry<{ file: string }>({
    severity: "error",
    en: {
      message: ({ file }) => `\`${file}\` lies outside the project`,
      hint: () => "name a file inside the folder of the settings",
      about:
        "Nothing outside the project is read or written. The file with the reviews of links has to lie inside the folder of the settings, where it is reviewed together with what it speaks of.",
    },
    pt: {
      message: ({ file }) => `\`${file}\` está fora do projeto`,
      hint: () => "nomeie um arquivo dentro da pasta das configurações",
      about:
        "Nada fora do projeto é lido nem escrito. O arquivo com as revisões dos vínculos precisa estar dentro da pasta das configurações, onde é revisado junto com aquilo de que fala.",
    },
  }),
};
