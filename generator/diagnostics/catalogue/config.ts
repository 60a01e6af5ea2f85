import { entry } from "./entry.ts";
import { systemWords } from "./input/system.ts";

export const configCatalogue = {
  "config/unknown-gate": entry<{ gate: string }>({
    severity: "error",
    en: {
      message: ({ gate }) => `no project has the required gate \`${gate}\``,
      about:
        "A gate that is required and not there can never open: the run would succeed without anybody having decided. Correct its name, or require it no more.",
    },
    pt: {
      message: ({ gate }) => `nenhum projeto tem o portão exigido \`${gate}\``,
      about:
        "Um portão exigido que não existe nunca pode abrir: a execução teria sucesso sem que ninguém decidisse. Corrija o nome ou deixe de exigi-lo.",
    },
  }),
  "config/no-baseline": entry<{ file: string }>({
    severity: "error",
    en: {
      message: ({ file }) => `the baseline \`${file}\` is not there`,
      hint: () => "write it with `rastro check --update-baseline`, or name it no more",
      about:
        "A baseline lists findings that were known when somebody began to check. Without the file every one of them counts again, so that its absence is said rather than guessed.",
    },
    pt: {
      message: ({ file }) => `o arquivo de achados conhecidos \`${file}\` não existe`,
      hint: () => "escreva-o com `rastro check --update-baseline` ou deixe de indicá-lo",
      about:
        "O arquivo lista achados que já eram conhecidos quando se começou a conferir. Sem ele, todos voltam a contar, e por isso a falta é dita, não adivinhada.",
    },
  }),
  "config/not-found": entry<{ file: string; above: string; proposal: string }>({
    severity: "error",
    en: {
      message: ({ file }) => `there is no settings file \`${file}\``,
      hint: ({ above, proposal }) => {
        if (above !== "") return `run in the folder of \`${above}\`, or name it with \`--config\``;
        return proposal === ""
          ? "write a `rastro.config.yaml` with a `sources` key, or name another file with `--config`"
          : `\`rastro init\` writes one for what is here: \`${proposal}\``;
      },
      about:
        "rastro reads what `rastro.config.yaml` names. The smallest one lists one file, for example an OpenAPI document, under `sources: openapi:`.",
    },
    pt: {
      message: ({ file }) => `não há arquivo de configuração \`${file}\``,
      hint: ({ above, proposal }) => {
        if (above !== "") return `execute na pasta de \`${above}\` ou indique-o com \`--config\``;
        return proposal === ""
          ? "escreva um `rastro.config.yaml` com a chave `sources` ou indique outro arquivo com `--config`"
          : `\`rastro init\` escreve um para o que há aqui: \`${proposal}\``;
      },
      about:
        "O rastro lê o que `rastro.config.yaml` nomeia. O menor possível lista um arquivo, por exemplo um documento OpenAPI, em `sources: openapi:`.",
    },
  }),
  "config/unreadable": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the settings cannot be read: ${systemWords(reason, "en")}`,
      about: "The settings must be a UTF-8 text file that the current user may read.",
    },
    pt: {
      message: ({ reason }) => `a configuração não pode ser lida: ${systemWords(reason, "pt")}`,
      about: "A configuração deve ser um arquivo de texto em UTF-8 que o usuário atual possa ler.",
    },
  }),
  "config/empty": entry<Record<never, never>>({
    severity: "error",
    en: {
      message: () => "the settings say nothing",
      hint: () => "name at least one source, for example `sources: { openapi: [openapi.yaml] }`",
      about:
        "The settings name what the documentation is made from. Without a source there is nothing to read and nothing to make.",
    },
    pt: {
      message: () => "a configuração não diz nada",
      hint: () => "nomeie ao menos uma fonte, por exemplo `sources: { openapi: [openapi.yaml] }`",
      about:
        "A configuração nomeia aquilo de que a documentação é feita. Sem uma fonte não há o que ler nem o que gerar.",
    },
  }),
  "config/reserved-project-name": entry<{ name: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `no project can be called \`${name}\`: that folder has another use`,
      hint: () => "give the project another name; its `title` can stay",
      about:
        "The name of a project is the folder of its pages. Folders for languages (`en`, `pt-br`), for copied files (`assets`), for the look of the site (`theme`) and, beside top-level sources, for the parts of their pages (`api`, `schema`, …) are there already.",
    },
    pt: {
      message: ({ name }) => `nenhum projeto pode se chamar \`${name}\`: essa pasta tem outro uso`,
      hint: () => "dê outro nome ao projeto; o `title` pode ficar",
      about:
        "O nome de um projeto é a pasta das suas páginas. As pastas de idiomas (`en`, `pt-br`), de arquivos copiados (`assets`), da aparência do site (`theme`) e, ao lado de fontes sem projeto, das partes das páginas delas (`api`, `schema`, …) já existem.",
    },
  }),
};
