import { entry } from "../entry.ts";

export const schemaTypesCatalogue = {
  "evaluate/schema-timestamp-without-zone": entry<{ column: string; type: string }>({
    severity: "info",
    en: {
      message: ({ column, type }) => `\`${column}\` is a \`${type}\`: a moment without a time zone`,
      hint: () => "write `timestamptz`, unless the time of day is meant wherever one is",
      about:
        "A timestamp without time zone keeps the digits and forgets where they were read: the same value is another moment for a session in another zone. `timestamptz` takes the same space and keeps the moment.",
    },
    pt: {
      message: ({ column, type }) => `\`${column}\` é \`${type}\`: um momento sem fuso horário`,
      hint: () => "escreva `timestamptz`, a não ser que se queira a hora local de onde se está",
      about:
        "Um timestamp sem fuso guarda os dígitos e esquece onde foram lidos: o mesmo valor é outro momento para uma sessão em outro fuso. `timestamptz` ocupa o mesmo espaço e guarda o momento.",
    },
  }),
  "evaluate/schema-varchar-limit": entry<{ column: string; type: string }>({
    severity: "info",
    en: {
      message: ({ column, type }) =>
        `\`${column}\` is a \`${type}\`: changing the limit later changes the type`,
      hint: () => "write `text` with a `CHECK` on its length",
      about:
        "In PostgreSQL `varchar(n)` is neither smaller nor faster than `text`. A shorter limit later writes or checks the whole table under a lock; a check constraint can be replaced without one.",
    },
    pt: {
      message: ({ column, type }) =>
        `\`${column}\` é \`${type}\`: mudar o limite depois muda o tipo`,
      hint: () => "escreva `text` com um `CHECK` do comprimento",
      about:
        "No PostgreSQL, `varchar(n)` não é menor nem mais rápido que `text`. Diminuir o limite mais tarde grava ou verifica a tabela inteira sob bloqueio; uma restrição de verificação pode ser trocada sem isso.",
    },
  }),
  "evaluate/schema-char-type": entry<{ column: string; type: string }>({
    severity: "info",
    en: {
      message: ({ column, type }) =>
        `\`${column}\` is a \`${type}\`, which is filled with spaces up to its length`,
      hint: () => "write `text` with a `CHECK` on its length",
      about:
        "Values of `char(n)` get spaces at their end, which some comparisons see and others do not. It is slower than `text` and takes more space.",
    },
    pt: {
      message: ({ column, type }) =>
        `\`${column}\` é \`${type}\`, que é completado com espaços até o comprimento`,
      hint: () => "escreva `text` com um `CHECK` do comprimento",
      about:
        "Valores de `char(n)` recebem espaços no fim, que algumas comparações veem e outras não. É mais lento que `text` e ocupa mais espaço.",
    },
  }),
  "evaluate/schema-domain-with-constraint": entry<{ domain: string; constraint: string }>({
    severity: "info",
    en: {
      message: ({ domain, constraint }) =>
        `the domain \`${domain}\` asks for \`${constraint}\`, which is hard to change once tables use it`,
      hint: () => "write a `CHECK` in the tables, which can be added `NOT VALID` to each alone",
      about:
        "A new constraint of a domain is checked in every table that uses it at once, and clients cannot tell which table a refused value belongs to.",
    },
    pt: {
      message: ({ domain, constraint }) =>
        `o domínio \`${domain}\` exige \`${constraint}\`, o que é difícil de mudar depois que tabelas o usam`,
      hint: () =>
        "escreva um `CHECK` nas tabelas, que pode ser acrescentado `NOT VALID` a cada uma",
      about:
        "Uma restrição nova de um domínio é verificada de uma vez em todas as tabelas que o usam, e quem grava não sabe a que tabela pertence o valor recusado.",
    },
  }),
  "evaluate/schema-serial-column": entry<{ column: string; type: string }>({
    severity: "info",
    en: {
      message: ({ column, type }) =>
        `\`${column}\` is a \`${type}\`: the sequence behind it has an owner and rights of its own`,
      hint: () => "write `bigint GENERATED ALWAYS AS IDENTITY`",
      about:
        "A serial column is a column, a sequence and a default that must be kept together by hand: who may insert needs a right on the sequence too, and a copied table shares it. Identity columns, of the SQL standard, keep them together.",
    },
    pt: {
      message: ({ column, type }) =>
        `\`${column}\` é \`${type}\`: a sequência por trás tem dono e direitos próprios`,
      hint: () => "escreva `bigint GENERATED ALWAYS AS IDENTITY`",
      about:
        "Uma coluna serial é uma coluna, uma sequência e um valor padrão que se mantêm juntos à mão: quem inclui precisa de direito também sobre a sequência, e uma tabela copiada a compartilha. Colunas de identidade, do padrão SQL, mantêm tudo junto.",
    },
  }),
  "evaluate/schema-small-key": entry<{ column: string; type: string }>({
    severity: "info",
    en: {
      message: ({ column, type }) =>
        `\`${column}\` counts up as \`${type}\`, which ends at 2,147,483,647`,
      hint: () => "write `bigint`",
      about:
        "Changing the type of a primary key that is full takes hours of downtime, with every table that refers to it. Four more bytes for each row avoid that.",
    },
    pt: {
      message: ({ column, type }) =>
        `\`${column}\` conta como \`${type}\`, que termina em 2.147.483.647`,
      hint: () => "escreva `bigint`",
      about:
        "Mudar o tipo de uma chave primária que se esgotou custa horas de parada, com todas as tabelas que apontam para ela. Quatro bytes a mais por linha evitam isso.",
    },
  }),
};
