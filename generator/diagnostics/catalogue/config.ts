import { entry } from "./entry.ts";

export const configCatalogue = {
  "config/not-found": entry<{ file: string }>({
    severity: "error",
    en: {
      message: ({ file }) => `there is no settings file \`${file}\``,
      hint: () =>
        "write a `rastro.config.yaml` with a `sources` key, or name another file with `--config`",
      about:
        "rastro reads what `rastro.config.yaml` names. The smallest one lists one file, for example an OpenAPI document, under `sources: openapi:`.",
    },
    pt: {
      message: ({ file }) => `não há arquivo de configuração \`${file}\``,
      hint: () =>
        "escreva um `rastro.config.yaml` com a chave `sources` ou indique outro arquivo com `--config`",
      about:
        "O rastro lê o que `rastro.config.yaml` nomeia. O menor possível lista um arquivo, por exemplo um documento OpenAPI, em `sources: openapi:`.",
    },
  }),
  "config/unreadable": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the settings cannot be read: ${reason}`,
      about: "The settings must be a UTF-8 text file that the current user may read.",
    },
    pt: {
      message: ({ reason }) => `a configuração não pode ser lida: ${reason}`,
      about: "A configuração deve ser um arquivo de texto em UTF-8 que o usuário atual possa ler.",
    },
  }),
};
