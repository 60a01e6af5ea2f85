import { entry } from "../entry.ts";

export const apiPathsAndValuesCatalogue = {
  "evaluate/api-path-parameter-missing": entry<{ name: string; path: string }>({
    severity: "warning",
    en: {
      message: ({ name, path }) =>
        `the path \`${path}\` names \`${name}\`, and no parameter describes it`,
      hint: ({ name }) => `add a parameter with \`in: path\` and \`name: ${name}\``,
      about:
        "A name in braces is filled in by the caller, who needs to know its type and meaning. The specification asks for a parameter for each, on the operation or on its path.",
    },
    pt: {
      message: ({ name, path }) =>
        `o caminho \`${path}\` nomeia \`${name}\`, e nenhum parâmetro o descreve`,
      hint: ({ name }) => `acrescente um parâmetro com \`in: path\` e \`name: ${name}\``,
      about:
        "Um nome entre chaves é preenchido por quem chama, que precisa saber seu tipo e sentido. A especificação pede um parâmetro para cada um, na operação ou no seu caminho.",
    },
  }),
  "evaluate/api-path-parameter-extra": entry<{ name: string; path: string }>({
    severity: "warning",
    en: {
      message: ({ name, path }) =>
        `the path parameter \`${name}\` does not stand in the path \`${path}\``,
      hint: () => "write it in braces in the path, or take the parameter away",
      about:
        "A path parameter that the path does not name can be sent nowhere. Mostly one of the two names is misspelt.",
    },
    pt: {
      message: ({ name, path }) =>
        `o parâmetro de caminho \`${name}\` não está no caminho \`${path}\``,
      hint: () => "escreva-o entre chaves no caminho ou retire o parâmetro",
      about:
        "Um parâmetro de caminho que o caminho não nomeia não tem como ser enviado. Quase sempre um dos dois nomes está mal escrito.",
    },
  }),
  "evaluate/api-path-ambiguous": entry<{ path: string; other: string }>({
    severity: "warning",
    en: {
      message: ({ path, other }) => `the path \`${path}\` is the same address as \`${other}\``,
      hint: () => "give both one name and one entry",
      about:
        "Names of path parameters are not sent: two paths that differ in nothing else cannot be told apart by a server, and tools keep one of them at random.",
    },
    pt: {
      message: ({ path, other }) => `o caminho \`${path}\` é o mesmo endereço que \`${other}\``,
      hint: () => "dê aos dois um só nome e uma só entrada",
      about:
        "Os nomes dos parâmetros de caminho não são enviados: um servidor não distingue dois caminhos que só diferem neles, e as ferramentas ficam com um ao acaso.",
    },
  }),
  "evaluate/api-parameter-duplicate": entry<{ name: string; place: string }>({
    severity: "warning",
    en: {
      message: ({ name, place }) => `the ${place} parameter \`${name}\` stands in this list twice`,
      hint: () => "keep one of the two",
      about:
        "A parameter is told by its name and place. Of two in one list tools keep one, and nobody knows which.",
    },
    pt: {
      message: ({ name, place }) =>
        `o parâmetro \`${name}\` (${place}) aparece duas vezes nesta lista`,
      hint: () => "mantenha um dos dois",
      about:
        "Um parâmetro é identificado por nome e lugar. De dois na mesma lista as ferramentas ficam com um, e ninguém sabe qual.",
    },
  }),
  "evaluate/api-security-not-defined": entry<{ scheme: string }>({
    severity: "warning",
    en: {
      message: ({ scheme }) => `the security scheme \`${scheme}\` is not defined`,
      hint: () => "define it under `components.securitySchemes`, or correct its name",
      about:
        "An operation says by name how its callers prove who they are. Without the definition nobody knows what to send.",
    },
    pt: {
      message: ({ scheme }) => `o esquema de segurança \`${scheme}\` não está definido`,
      hint: () => "defina-o em `components.securitySchemes` ou corrija seu nome",
      about:
        "Uma operação diz pelo nome como quem chama prova quem é. Sem a definição ninguém sabe o que enviar.",
    },
  }),
  "evaluate/api-scope-not-defined": entry<{ scope: string; scheme: string }>({
    severity: "warning",
    en: {
      message: ({ scope, scheme }) => `no flow of \`${scheme}\` offers the scope \`${scope}\``,
      hint: () => "add the scope to a flow, or correct its name",
      about:
        "A scope that no flow offers can be granted to nobody, so that the operation can be called by nobody.",
    },
    pt: {
      message: ({ scope, scheme }) => `nenhum fluxo de \`${scheme}\` oferece o escopo \`${scope}\``,
      hint: () => "acrescente o escopo a um fluxo ou corrija seu nome",
      about:
        "Um escopo que nenhum fluxo oferece não pode ser concedido, e a operação não pode ser chamada por ninguém.",
    },
  }),
  "evaluate/api-value-does-not-fit": entry<{ name: string; reason: string }>({
    severity: "warning",
    en: {
      message: ({ name, reason }) => `\`${name}\` does not fit its schema (${reason})`,
      hint: () => "correct the value or the schema: one of them is not true",
      about:
        "Readers copy examples, and servers refuse them when the schema is right; when the example is right, generated clients are wrong. The reason is the keyword of the schema that refuses the value. Patterns that look around or refer back are not tried.",
    },
    pt: {
      message: ({ name, reason }) => `\`${name}\` não cabe em seu esquema (${reason})`,
      hint: () => "corrija o valor ou o esquema: um dos dois não é verdade",
      about:
        "Leitores copiam exemplos, e os servidores os recusam quando o esquema está certo; quando o exemplo está certo, os clientes gerados estão errados. A razão é a palavra do esquema que recusa o valor. Padrões que olham em volta ou se referem ao que já passou não são testados.",
    },
  }),
  "evaluate/api-value-not-checked": entry<{ name: string; reason: string }>({
    severity: "info",
    en: {
      message: ({ name, reason }) => `\`${name}\` is not compared with its schema (${reason})`,
      about:
        "The work for one value, and the size of one schema, are bounded, for documents come from strangers. What lies beyond is shown, but not compared.",
    },
    pt: {
      message: ({ name, reason }) => `\`${name}\` não é comparado com seu esquema (${reason})`,
      about:
        "O trabalho para um valor e o tamanho de um esquema são limitados, pois documentos vêm de estranhos. O que passa disso é mostrado, mas não comparado.",
    },
  }),
};
