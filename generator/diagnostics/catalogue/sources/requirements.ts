import { entry } from "../entry.ts";

export const requirementsCatalogue = {
  "sources/requirements-none": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `no file at \`${path}\` defines a requirement`,
      hint: () => "check the path, or say with `format` which tool wrote the files",
      about:
        "The entry names files, and none of them holds an item of StrictDoc, OpenFastTrace, Doorstop, Sphinx-Needs or ReqIF. Markdown is looked through for the marks of these tools; code is read for tags only where `format: openfasttrace` asks for it or the file is named alone.",
    },
    pt: {
      message: ({ path }) => `nenhum arquivo em \`${path}\` define um requisito`,
      hint: () => "confira o caminho, ou diga com `format` que ferramenta escreveu os arquivos",
      about:
        "A entrada nomeia arquivos, e nenhum deles tem um item de StrictDoc, OpenFastTrace, Doorstop, Sphinx-Needs ou ReqIF. Em Markdown procuram-se as marcas dessas ferramentas; o código só é lido em busca de marcas onde `format: openfasttrace` o pede ou o arquivo é nomeado sozinho.",
    },
  }),
  "sources/requirements-unreadable": entry<{ format: string; reason: string }>({
    severity: "error",
    en: {
      message: ({ format, reason }) => `the file cannot be read as ${format}: ${reason}`,
      hint: () => "export the file again, or name another `format` for the entry",
      about:
        "The file is not what its ending or the entry's `format` says: the part named here is missing or broken. Its items are not known, and links to them lead nowhere.",
    },
    pt: {
      message: ({ format, reason }) => `o arquivo não pode ser lido como ${format}: ${reason}`,
      hint: () => "exporte o arquivo de novo, ou indique outro `format` para a entrada",
      about:
        "O arquivo não é o que sua terminação ou o `format` da entrada diz: a parte nomeada aqui falta ou está quebrada. Seus itens não são conhecidos, e links para eles não levam a lugar algum.",
    },
  }),
  "sources/requirements-relation-lost": entry<{ identifier: string }>({
    severity: "warning",
    en: {
      message: ({ identifier }) =>
        `the relation \`${identifier}\` does not say between which two objects of the file it is`,
      hint: () => "export both objects together with it",
      about:
        "A relation of ReqIF names its source and its target. Here one of them is missing, or the source is no object of this file, so that there is no item that the link could begin at. It is counted as not understood.",
    },
    pt: {
      message: ({ identifier }) =>
        `a relação \`${identifier}\` não diz entre quais dois objetos do arquivo ela existe`,
      hint: () => "exporte os dois objetos junto com ela",
      about:
        "Uma relação de ReqIF nomeia sua origem e seu destino. Aqui falta um deles, ou a origem não é um objeto deste arquivo, e não há item em que o vínculo comece. Ela é contada como não entendida.",
    },
  }),
  "sources/requirements-not-understood": entry<{ format: string; text: string }>({
    severity: "warning",
    en: {
      message: ({ format, text }) => `this is no ${format}: \`${text}\``,
      hint: () => "a text over several lines stands between `>>>` and `<<<`",
      about:
        "The line fits nothing that the format knows in this place: neither an element, nor a field, nor the text of one. It was passed over; everything else in the file was read.",
    },
    pt: {
      message: ({ format, text }) => `isto não é ${format}: \`${text}\``,
      hint: () => "um texto de várias linhas fica entre `>>>` e `<<<`",
      about:
        "A linha não é nada que o formato conheça neste lugar: nem um elemento, nem um campo, nem o texto de um. Ela foi deixada de lado; todo o resto do arquivo foi lido.",
    },
  }),
};
