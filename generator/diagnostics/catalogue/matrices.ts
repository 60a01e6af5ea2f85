import { entry } from "./entry.ts";

interface Missed {
  readonly matrix: string;
  readonly column: string;
  readonly filled: number;
  readonly justified: number;
  readonly rows: number;
  readonly atLeast: number;
}

const percent = (share: number): string => String(Math.round(share * 10_000) / 100);

export const matricesCatalogue = {
  "evaluate/matrix-below-threshold": entry<Missed>({
    severity: "error",
    en: {
      message: ({ matrix, column, filled, justified, rows, atLeast }) =>
        rows === 0
          ? `\`${matrix}\` asks for ${percent(atLeast)} %, and there is nothing to measure`
          : `\`${matrix}\`${column === "" ? "" : ` (${column})`}: ${filled} of ${rows} rows${justified === 0 ? "" : ` and ${justified} justified`}, where ${percent(atLeast)} % are asked for`,
      hint: () => "the page of the matrix shows the holes; `show: holes` shows nothing else",
      about:
        "A matrix may state which share of its rows must be whole, or have something in a column. Rows that the matrix declares justified count beside the filled ones and are shown apart. Of no rows nothing can be said: a threshold on an empty matrix is missed.",
    },
    pt: {
      message: ({ matrix, column, filled, justified, rows, atLeast }) =>
        rows === 0
          ? `\`${matrix}\` pede ${percent(atLeast).replace(".", ",")} %, e não há o que medir`
          : `\`${matrix}\`${column === "" ? "" : ` (${column})`}: ${filled} de ${rows} linhas${justified === 0 ? "" : ` e ${justified} justificadas`}, onde se pedem ${percent(atLeast).replace(".", ",")} %`,
      hint: () => "a página da matriz mostra as lacunas; `mostrar: holes` não mostra outra coisa",
      about:
        "Uma matriz pode dizer que parte de suas linhas deve estar completa, ou ter algo numa coluna. Linhas que a matriz declara justificadas contam ao lado das preenchidas e aparecem à parte. De nenhuma linha nada se pode dizer: um limite sobre uma matriz vazia não é atingido.",
    },
  }),
  "evaluate/matrix-unknown-link": entry<{ link: string }>({
    severity: "error",
    en: {
      message: ({ link }) => `no role of links is called \`${link}\``,
      hint: () => "a role or its inverse is asked for: `covers`, `covered-by`",
      about:
        "A column of a matrix follows links by the names of their roles: as they are written (`covers`, `implements`), or backwards by the name of the inverse (`covered-by`, `implemented-by`). A name that is neither would leave every cell empty.",
    },
    pt: {
      message: ({ link }) => `nenhum papel de vínculo se chama \`${link}\``,
      hint: () => "pede-se um papel ou seu inverso: `covers`, `covered-by`",
      about:
        "Uma coluna de matriz segue vínculos pelo nome de seus papéis: como estão escritos (`covers`, `implements`), ou ao contrário, pelo nome do inverso (`covered-by`, `implemented-by`). Um nome que não é nenhum deles deixaria vazias todas as células.",
    },
  }),
  "evaluate/matrix-without-rows": entry<{ matrix: string }>({
    severity: "warning",
    en: {
      message: ({ matrix }) => `\`${matrix}\` has no rows: its query finds no item`,
      hint: () => "`types` names kinds of items or types of requirements; all of `where` must hold",
      about:
        "The rows of a matrix are the items of its types for which all conditions hold. None does, so that the matrix is empty and its ratios cannot be measured.",
    },
    pt: {
      message: ({ matrix }) =>
        `\`${matrix}\` não tem linhas: sua consulta não encontra nenhum item`,
      hint: () =>
        "`classes` nomeia espécies de itens ou tipos de requisitos; tudo em `onde` deve valer",
      about:
        "As linhas de uma matriz são os itens de seus tipos para os quais valem todas as condições. Nenhum as cumpre, de modo que a matriz está vazia e suas razões não são mensuráveis.",
    },
  }),
};
