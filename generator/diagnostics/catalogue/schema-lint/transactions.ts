import { entry } from "../entry.ts";

export const schemaTransactionsCatalogue = {
  "evaluate/schema-uncommitted-transaction": entry<Record<never, never>>({
    severity: "warning",
    en: {
      message: () => "the transaction that starts here is never committed",
      hint: () => "write `COMMIT` at the end of the file",
      about:
        "What a file does behind a `BEGIN` without `COMMIT` is taken back when the session ends: the migration counts as applied, and nothing is there.",
    },
    pt: {
      message: () => "a transação que começa aqui nunca é confirmada",
      hint: () => "escreva `COMMIT` no fim do arquivo",
      about:
        "O que um arquivo faz depois de um `BEGIN` sem `COMMIT` é desfeito quando a sessão termina: a migração conta como aplicada e nada fica.",
    },
  }),
  "evaluate/schema-transaction-nested": entry<Record<never, never>>({
    severity: "warning",
    en: {
      message: () => "this `BEGIN` stands within a transaction that is already open",
      hint: () => "drop it, or write `SAVEPOINT`",
      about:
        "PostgreSQL has no transactions within transactions: the second `BEGIN` only warns, the first `COMMIT` confirms everything, and what follows it runs without a transaction.",
    },
    pt: {
      message: () => "este `BEGIN` está dentro de uma transação já aberta",
      hint: () => "remova-o ou escreva `SAVEPOINT`",
      about:
        "O PostgreSQL não tem transações dentro de transações: o segundo `BEGIN` só gera um aviso, o primeiro `COMMIT` confirma tudo, e o que vem depois é executado sem transação.",
    },
  }),
  "evaluate/schema-not-repeatable": entry<{ table: string; name: string }>({
    severity: "info",
    en: {
      message: ({ table }) =>
        `when this migration fails half way, the statement on \`${table}\` stops the second run`,
      hint: () => "write `IF NOT EXISTS` or `IF EXISTS`",
      about:
        "The file holds a statement that cannot run in a transaction, so a failure leaves the ones before it applied. Statements that do not mind finding their work done let it run again.",
    },
    pt: {
      message: ({ table }) =>
        `se esta migração falhar no meio, o comando sobre \`${table}\` impede a segunda execução`,
      hint: () => "escreva `IF NOT EXISTS` ou `IF EXISTS`",
      about:
        "O arquivo contém um comando que não pode ficar numa transação; uma falha deixa aplicados os que vêm antes. Comandos que não se importam de encontrar o trabalho feito deixam executá-lo de novo.",
    },
  }),
  "evaluate/schema-nothing-to-ignore": entry<{ rule: string }>({
    severity: "info",
    en: {
      message: ({ rule }) =>
        `\`rastro-ignore ${rule}\` turns nothing off: the statement below it does not break a rule of this name`,
      hint: () => "take the comment out, or correct the name of the rule",
      about:
        "A comment that turns a finding off stands right above the statement that it is about, and names the rule by its code without `evaluate/schema-`. One that no longer turns anything off would hide the next mistake.",
    },
    pt: {
      message: ({ rule }) =>
        `\`rastro-ignore ${rule}\` não desliga nada: o comando abaixo não infringe regra com este nome`,
      hint: () => "tire o comentário ou corrija o nome da regra",
      about:
        "Um comentário que desliga um achado fica logo acima do comando de que trata e cita a regra pelo código, sem `evaluate/schema-`. Um que não desliga mais nada esconderia o próximo erro.",
    },
  }),
  "evaluate/schema-ignored-without-reason": entry<{ rule: string }>({
    severity: "warning",
    en: {
      message: ({ rule }) => `\`rastro-ignore ${rule}\` gives no reason, and turns nothing off`,
      hint: ({ rule }) => `write \`-- rastro-ignore ${rule}: reason\``,
      about:
        "Whoever turns a finding off owes a reason to those who read the schema later: it is shown on the page of findings.",
    },
    pt: {
      message: ({ rule }) => `\`rastro-ignore ${rule}\` não dá motivo e não desliga nada`,
      hint: ({ rule }) => `escreva \`-- rastro-ignore ${rule}: motivo\``,
      about:
        "Quem desliga um achado deve um motivo a quem ler o esquema depois: ele aparece na página dos achados.",
    },
  }),
};
