import { entry } from "../entry.ts";

/** What `rastro verify schema` says. */
export const sqlProofCatalogue = {
  "sources/migration-fails": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `PostgreSQL refuses the statement: ${reason}`,
      hint: () => "what follows was applied without it; mend the statement and run again",
      about:
        "The migrations were applied, in their order, to an empty PostgreSQL, and this statement failed. It alone was undone and the rest was applied, so that one mistake does not hide the others; what it should have made is missing in the database.",
    },
    pt: {
      message: ({ reason }) => `o PostgreSQL recusa o comando: ${reason}`,
      hint: () => "o que vem depois foi aplicado sem ele; corrija o comando e execute de novo",
      about:
        "As migrações foram aplicadas, em ordem, a um PostgreSQL vazio, e este comando falhou. Só ele foi desfeito e o resto foi aplicado, para que um erro não esconda os outros; o que ele deveria criar falta no banco.",
    },
  }),
  "sources/missing-package": entry<{ name: string; command: string }>({
    severity: "error",
    en: {
      message: ({ name }) => `the package \`${name}\` is not installed`,
      hint: ({ command }) => `run \`${command}\``,
      about:
        "Proving the schema needs a PostgreSQL: an embedded one, or a connection to a server. These packages are large and needed for nothing else, so they are installed only by those who use them.",
    },
    pt: {
      message: ({ name }) => `o pacote \`${name}\` não está instalado`,
      hint: ({ command }) => `execute \`${command}\``,
      about:
        "Provar o esquema exige um PostgreSQL: um embutido, ou a conexão com um servidor. Esses pacotes são grandes e não servem a mais nada, por isso só os instala quem os usa.",
    },
  }),
  "sources/database-unreachable": entry<{ reason: string }>({
    severity: "error",
    en: {
      message: ({ reason }) => `the database cannot be read: ${reason}`,
      about:
        "The server did not answer, refused the connection or stopped in between. Nothing was compared, so nothing is proven either way.",
    },
    pt: {
      message: ({ reason }) => `não foi possível ler o banco de dados: ${reason}`,
      about:
        "O servidor não respondeu, recusou a conexão ou parou no meio. Nada foi comparado, portanto nada está provado.",
    },
  }),
  "evaluate/schema-only-in-migrations": entry<{ kind: string; name: string }>({
    severity: "error",
    en: {
      message: ({ kind, name }) =>
        `\`${kind} ${name}\` is documented, but the database does not have it`,
      about:
        "The migrations say that the object exists, and PostgreSQL says that it does not. Either a statement is read wrongly, or the database is not the one that the migrations describe.",
    },
    pt: {
      message: ({ kind, name }) => `\`${kind} ${name}\` está documentado, mas o banco não o tem`,
      about:
        "As migrações dizem que o objeto existe, e o PostgreSQL diz que não. Ou um comando foi lido errado, ou o banco não é o que as migrações descrevem.",
    },
  }),
  "evaluate/schema-only-in-database": entry<{ kind: string; name: string }>({
    severity: "error",
    en: {
      message: ({ kind, name }) => `the database has \`${kind} ${name}\`, which is not documented`,
      about:
        "PostgreSQL has an object that no migration is known to make. Either a statement is not understood, or somebody changed the database without a migration.",
    },
    pt: {
      message: ({ kind, name }) => `o banco tem \`${kind} ${name}\`, que não está documentado`,
      about:
        "O PostgreSQL tem um objeto que nenhuma migração cria, ao que se sabe. Ou um comando não foi compreendido, ou alguém alterou o banco sem uma migração.",
    },
  }),
  "evaluate/schema-differs": entry<{
    kind: string;
    name: string;
    attribute: string;
    documented: string;
    found: string;
  }>({
    severity: "error",
    en: {
      message: ({ kind, name, attribute, documented, found }) =>
        `\`${kind} ${name}\`: \`${attribute}\` is documented as \`${documented}\`, the database has \`${found}\``,
      about:
        "Both know the object, but not the same of it. Types and expressions are compared by their meaning, so this is no matter of spelling.",
    },
    pt: {
      message: ({ kind, name, attribute, documented, found }) =>
        `\`${kind} ${name}\`: \`${attribute}\` está documentado como \`${documented}\`, o banco tem \`${found}\``,
      about:
        "Ambos conhecem o objeto, mas não o mesmo dele. Tipos e expressões são comparados pelo significado, portanto não se trata de grafia.",
    },
  }),
  "evaluate/schema-made-at-run-time": entry<{ count: number; names: string }>({
    severity: "info",
    en: {
      message: ({ count, names }) =>
        `this statement makes ${String(count)} ${count === 1 ? "object" : "objects"} while it runs, which no text names: ${names}`,
      about:
        "A function or a loop puts definitions together at run time. They cannot be read from the migrations, so they are not documented; this proof lists them, and they count as neither equal nor different.",
    },
    pt: {
      message: ({ count, names }) =>
        count === 1
          ? `este comando cria durante a execução 1 objeto que nenhum texto nomeia: ${names}`
          : `este comando cria durante a execução ${String(count)} objetos que nenhum texto nomeia: ${names}`,
      about:
        "Uma função ou um laço monta definições em tempo de execução. Elas não podem ser lidas das migrações e por isso não são documentadas; esta prova as enumera, e elas não contam nem como iguais nem como diferentes.",
    },
  }),
  "evaluate/schema-changed-at-run-time": entry<{ count: number; names: string }>({
    severity: "info",
    en: {
      message: ({ count, names }) =>
        `this statement changes ${String(count)} ${count === 1 ? "object" : "objects"} while it runs, and no text says how: ${names}`,
      about:
        "A function or a loop puts statements together at run time: it turns row security on, or writes policies anew. What they change cannot be read from the migrations, so the page of the object shows what was written before; this proof lists the objects, and they count as neither equal nor different.",
    },
    pt: {
      message: ({ count, names }) =>
        count === 1
          ? `este comando altera durante a execução 1 objeto, e nenhum texto diz como: ${names}`
          : `este comando altera durante a execução ${String(count)} objetos, e nenhum texto diz como: ${names}`,
      about:
        "Uma função ou um laço monta comandos em tempo de execução: liga a segurança por linha ou reescreve políticas. O que eles alteram não pode ser lido das migrações, e por isso a página do objeto mostra o que estava escrito antes; esta prova enumera os objetos, e eles não contam nem como iguais nem como diferentes.",
    },
  }),
};
