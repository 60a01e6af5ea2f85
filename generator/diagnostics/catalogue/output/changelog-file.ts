import { entry } from "../entry.ts";

/** What keeps a committed changelog from being kept current. */
export const changelogFileCatalogue = {
  "sources/committed-outside": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` is no plain file inside the project, and is not kept`,
      hint: () => "name a file of the project that no link leads away",
      about:
        "Only plain files below the folder of the settings are kept current. A link could lead to anything.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` não é um arquivo comum dentro do projeto e não é mantido`,
      hint: () => "indique um arquivo do projeto que nenhum link leve embora",
      about:
        "Só se mantêm em dia arquivos comuns abaixo da pasta das configurações. Um link poderia levar a qualquer lugar.",
    },
  }),
  "render/region-marks": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) =>
        `the marks of the region \`${name}\` are not one beginning and one end`,
      hint: ({ name }) =>
        `leave one \`<!-- rastro:begin ${name} -->\` and, below it, one \`<!-- rastro:end -->\``,
      about:
        "rastro keeps what lies between the two marks and touches nothing else. When a mark is missing, stands twice or in the wrong order, nobody can say what is whose, and the file stays as it is.",
    },
    pt: {
      message: ({ name }) => `as marcas da região \`${name}\` não são um começo e um fim`,
      hint: ({ name }) =>
        `deixe um \`<!-- rastro:begin ${name} -->\` e, abaixo dele, um \`<!-- rastro:end -->\``,
      about:
        "O rastro mantém o que está entre as duas marcas e não toca em mais nada. Quando uma marca falta, está repetida ou fora de ordem, ninguém sabe dizer o que é de quem, e o arquivo fica como está.",
    },
  }),
};
