import { entry } from "../entry.ts";

export const openapiReferencesCatalogue = {
  "sources/openapi-broken-reference": entry<{ ref: string }>({
    severity: "error",
    en: {
      message: ({ ref }) => `the \`$ref\` \`${ref}\` leads nowhere`,
      about:
        "A part of the document is taken from a place where nothing stands. Correct the pointer or the path; paths are relative to the file that holds the `$ref`.",
    },
    pt: {
      message: ({ ref }) => `o \`$ref\` \`${ref}\` não leva a lugar algum`,
      about:
        "Uma parte do documento vem de um lugar onde não há nada. Corrija o ponteiro ou o caminho; caminhos são relativos ao arquivo que contém o `$ref`.",
    },
  }),
  "sources/openapi-unreadable-reference": entry<{ ref: string; file: string }>({
    severity: "error",
    en: {
      message: ({ ref, file }) =>
        `the \`$ref\` \`${ref}\` leads into \`${file}\`, which cannot be read`,
      about: "The file is there but could not be read or parsed; it has a finding of its own.",
    },
    pt: {
      message: ({ ref, file }) => `o \`$ref\` \`${ref}\` leva a \`${file}\`, que não pôde ser lido`,
      about:
        "O arquivo existe, mas não pôde ser lido ou interpretado; há um aviso próprio sobre ele.",
    },
  }),
  "sources/openapi-circular-reference": entry<{ ref: string }>({
    severity: "error",
    en: {
      message: ({ ref }) => `the \`$ref\` \`${ref}\` leads back to itself and to nothing else`,
      about:
        "References may go in circles through properties (a tree of categories does), but here each only names the next, and no definition ever comes.",
    },
    pt: {
      message: ({ ref }) => `o \`$ref\` \`${ref}\` volta a si mesmo e não leva a mais nada`,
      about:
        "Referências podem formar ciclos por meio de propriedades (uma árvore de categorias forma), mas aqui cada uma só nomeia a seguinte, e a definição nunca chega.",
    },
  }),
  "sources/openapi-remote-reference": entry<{ ref: string }>({
    severity: "warning",
    en: {
      message: ({ ref }) =>
        `the \`$ref\` \`${ref}\` is not resolved: nothing is fetched from the network`,
      hint: () => "keep a copy of the file in the project and refer to it by its path",
      about:
        "Documentation must come out the same tomorrow and on another machine, so nothing is fetched. The page shows the address as it is written.",
    },
    pt: {
      message: ({ ref }) => `o \`$ref\` \`${ref}\` não foi resolvido: nada é buscado na rede`,
      hint: () => "guarde uma cópia do arquivo no projeto e refira-se a ela pelo caminho",
      about:
        "A documentação deve sair igual amanhã e em outra máquina; por isso nada é buscado na rede. A página mostra o endereço como está escrito.",
    },
  }),
  "sources/openapi-reference-outside": entry<{ ref: string }>({
    severity: "error",
    en: {
      message: ({ ref }) => `the \`$ref\` \`${ref}\` leads outside the project`,
      hint: () => "only files below the folder of the settings file are read",
      about:
        "Nothing outside the project's folder is read, neither through `..`, an absolute path nor a symbolic link, so that no foreign file can end up in published pages.",
    },
    pt: {
      message: ({ ref }) => `o \`$ref\` \`${ref}\` leva para fora do projeto`,
      hint: () => "só são lidos arquivos abaixo da pasta do arquivo de configuração",
      about:
        "Nada fora da pasta do projeto é lido, nem por `..`, nem por caminho absoluto, nem por link simbólico, para que nenhum arquivo alheio acabe nas páginas publicadas.",
    },
  }),
  "sources/openapi-reference-base": entry<{ ref: string; id: string }>({
    severity: "warning",
    en: {
      message: ({ ref, id }) =>
        `the \`$ref\` \`${ref}\` stands below the \`$id\` \`${id}\`, where it leads nowhere; it is taken from the root of the document`,
      hint: () => "remove the `$id`, or refer to the schema by its full address",
      about:
        "An `$id` begins a document of its own: a `#/…` below it counts from there. Many writers mean the root of the file, so that is tried next.",
    },
    pt: {
      message: ({ ref, id }) =>
        `o \`$ref\` \`${ref}\` está abaixo do \`$id\` \`${id}\`, onde não leva a lugar algum; vale a raiz do documento`,
      hint: () => "remova o `$id` ou refira-se ao esquema pelo endereço completo",
      about:
        "Um `$id` inicia um documento próprio: um `#/…` abaixo dele conta a partir dali. Muitos autores querem dizer a raiz do arquivo, que é tentada em seguida.",
    },
  }),
  "sources/openapi-mistaken-reference": entry<{ ref: string; type: string }>({
    severity: "error",
    en: {
      message: ({ ref, type }) =>
        `the \`$ref\` \`${ref}\` leads to something that is no \`${type}\``,
      about:
        "A reference stands for an object of one kind: a schema where a schema is wanted, a response where a response is. What this one leads to is something else, so nothing is made of it.",
    },
    pt: {
      message: ({ ref, type }) => `o \`$ref\` \`${ref}\` leva a algo que não é \`${type}\``,
      about:
        "Uma referência vale por um objeto de um tipo: um esquema onde se espera um esquema, uma resposta onde se espera uma resposta. Esta leva a outra coisa; por isso nada é feito dela.",
    },
  }),
};
