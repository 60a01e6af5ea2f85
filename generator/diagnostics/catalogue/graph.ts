import { entry } from "./entry.ts";

export const graphCatalogue = {
  "graph/dangling-reference": entry<{ from: string; to: string }>({
    severity: "error",
    en: {
      message: ({ from, to }) =>
        to.startsWith("#")
          ? `\`${from}\` has no heading or anchor \`${to}\``
          : `\`${from}\` refers to \`${to}\`, which no source defines`,
      about:
        "A name leads nowhere, so every page that shows it would have a broken link. Correct the name, or define what it names.",
    },
    pt: {
      message: ({ from, to }) =>
        to.startsWith("#")
          ? `\`${from}\` não tem título nem âncora \`${to}\``
          : `\`${from}\` refere-se a \`${to}\`, que nenhuma fonte define`,
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
  "graph/moved-name": entry<{ to: string; now: string }>({
    severity: "info",
    en: {
      message: ({ to, now }) => `\`${to}\` is called \`${now}\` now`,
      hint: ({ now }) => `write \`${now}\``,
      about:
        "The item was renamed and says so with `moved-from`, so that what names it by its old name still leads to it. Write the new name when you come by; the old one may be given away one day.",
    },
    pt: {
      message: ({ to, now }) => `\`${to}\` agora se chama \`${now}\``,
      hint: ({ now }) => `escreva \`${now}\``,
      about:
        "O item mudou de nome e o declara com `moved-from`, e quem usa o nome antigo ainda chega até ele. Escreva o nome novo quando passar por ali; o antigo pode vir a ser de outro item.",
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
  "graph/cycle": entry<{ names: readonly string[]; role: keyof typeof circles }>({
    severity: "error",
    en: {
      message: ({ names, role }) => `${way(names)}: ${circles[role].en}`,
      hint: () => "remove or correct one of the links",
      about:
        "Links that put things in an order lead back to where they began, so that none of them can be first, or whole. Order, progress and lateness cannot be computed along such links.",
    },
    pt: {
      message: ({ names, role }) => `${way(names)}: ${circles[role].pt}`,
      hint: () => "remova ou corrija um dos vínculos",
      about:
        "Vínculos que põem as coisas em ordem voltam ao ponto de partida, e nenhuma delas pode ser a primeira nem o todo. Ordem, andamento e atraso não podem ser calculados por vínculos assim.",
    },
  }),
};

const circles = {
  "part-of": { en: "nothing can be a part of itself", pt: "nada pode ser parte de si mesmo" },
  "depends-on": { en: "nothing can depend on itself", pt: "nada pode depender de si mesmo" },
  follows: { en: "nothing can come after itself", pt: "nada pode vir depois de si mesmo" },
} as const;

/** `A` → `B` → `A`; of a long way its ends. */
function way(names: readonly string[]): string {
  const shown = names.length <= 6 ? names : [...names.slice(0, 3), "…", ...names.slice(-2)];
  return shown.map((name) => (name === "…" ? name : `\`${name}\``)).join(" → ");
}
