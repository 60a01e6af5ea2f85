import { entry } from "../entry.ts";
import { foldersCatalogue } from "../input/folders.ts";
import { systemWords } from "../input/system.ts";

export const sourcesCatalogue = {
  ...foldersCatalogue,
  "sources/nothing-matches": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `no file matches \`${path}\``,
      hint: () => "paths are relative to the folder of the settings file",
      about:
        "A source that names files which are not there would leave its pages empty without a word. Correct the path or remove the entry.",
    },
    pt: {
      message: ({ path }) => `nenhum arquivo corresponde a \`${path}\``,
      hint: () => "os caminhos são relativos à pasta do arquivo de configuração",
      about:
        "Uma fonte que nomeia arquivos inexistentes deixaria suas páginas vazias sem aviso. Corrija o caminho ou remova a entrada.",
    },
  }),
  "sources/unreadable-file": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the file cannot be read: ${systemWords(reason, "en")}`,
      about:
        "The system refused to hand over the file. Check that it is a regular file and that its permissions allow reading.",
    },
    pt: {
      message: ({ reason }) => `o arquivo não pode ser lido: ${systemWords(reason, "pt")}`,
      about:
        "O sistema não entregou o arquivo. Verifique se é um arquivo comum e se as permissões permitem a leitura.",
    },
  }),
  "sources/outside-root": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` leads outside the project`,
      hint: () => "only files below the folder of the settings file are read",
      about:
        "Nothing outside the project's folder is ever read, neither through `..` nor through a symbolic link, so that no foreign file can end up in published pages.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` leva para fora do projeto`,
      hint: () => "só são lidos arquivos abaixo da pasta do arquivo de configuração",
      about:
        "Nada fora da pasta do projeto é lido, nem por `..` nem por link simbólico, para que nenhum arquivo alheio acabe nas páginas publicadas.",
    },
  }),
};
