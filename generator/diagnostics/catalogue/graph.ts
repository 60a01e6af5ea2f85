import { entry } from "./entry.ts";

export const graphCatalogue = {
  "graph/dangling-reference": entry<{ from: string; to: string }>({
    severity: "error",
    en: {
      message: ({ from, to }) => `\`${from}\` refers to \`${to}\`, which no source defines`,
      about:
        "A name leads nowhere, so every page that shows it would have a broken link. Correct the name, or define what it names.",
    },
    pt: {
      message: ({ from, to }) => `\`${from}\` refere-se a \`${to}\`, que nenhuma fonte define`,
      about:
        "Um nome não leva a lugar algum, e toda página que o mostra teria um link quebrado. Corrija o nome ou defina o que ele nomeia.",
    },
  }),
  "graph/ambiguous-reference": entry<{ to: string; candidates: readonly string[] }>({
    severity: "error",
    en: {
      message: ({ to }) => `\`${to}\` names more than one item`,
      hint: ({ candidates }) => `write one of ${candidates.map((id) => `\`${id}\``).join(", ")}`,
      about:
        "A name without its kind is accepted as long as one item has it. Here several do: write the kind in front of the name.",
    },
    pt: {
      message: ({ to }) => `\`${to}\` nomeia mais de um item`,
      hint: ({ candidates }) =>
        `escreva um destes: ${candidates.map((id) => `\`${id}\``).join(", ")}`,
      about:
        "Um nome sem o tipo é aceito enquanto um só item o tem. Aqui há vários: escreva o tipo antes do nome.",
    },
  }),
  "graph/duplicate-id": entry<{ id: string }>({
    severity: "error",
    en: {
      message: ({ id }) => `\`${id}\` is defined twice`,
      hint: () => "rename one of the two, or remove it",
      about:
        "An id names one thing. With two definitions nobody can say which one a reference means, so neither is taken for the other.",
    },
    pt: {
      message: ({ id }) => `\`${id}\` está definido duas vezes`,
      hint: () => "renomeie ou remova um dos dois",
      about:
        "Um id nomeia uma só coisa. Com duas definições ninguém sabe qual delas uma referência quer dizer.",
    },
  }),
};
