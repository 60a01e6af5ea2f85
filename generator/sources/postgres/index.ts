import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ComparedObject } from "#model/schema/compared.ts";
import type { Migration } from "../sql/catalogue/entry.ts";
import { readMigrations } from "../sql/input/read-migrations.ts";
import type { SourceRequest } from "../source.ts";
import { type Application, applyMigrations } from "./apply-migrations.ts";
import { connect } from "./connect.ts";
import { isForSupabase, preludeFor } from "./prelude.ts";
import { readCatalogue, readWithRights, type ServerObject } from "./read-catalogue.ts";
import type { Server } from "./server.ts";
import { withRightsOf } from "./shared-rights.ts";
import { embeddedPackages, startEmbedded } from "./start-embedded.ts";
import { type ViewText, withQueries } from "./view-texts.ts";

/** What a server says of a schema; undefined when there is no server to ask. */
export type ServerSchema = Outcome<readonly ComparedObject[] | undefined>;

/** What the migrations say they make. */
export interface Documented {
  readonly ids: ReadonlySet<string>;
  readonly views: readonly ViewText[];
}

/** Applies the migrations to an embedded PostgreSQL and reads what is there afterwards. */
export async function applyAndRead(
  request: SourceRequest,
  { ids, views }: Documented,
): Promise<ServerSchema> {
  const { value: migrations, diagnostics } = await readMigrations(request);
  const texts = migrations.flatMap(textsOf);
  const prelude = preludeFor(texts.join("\n"), ids);
  const isPresent = migrations.some(({ extensions }) => extensions === "present");
  const wanted = extensionsIn([...prelude, ...(isPresent ? texts : [])]);
  const server = await startEmbedded(wanted);
  if (typeof server === "string") return outcome(undefined, [missing(server)]);
  try {
    for (const sql of prelude) await server.query(sql);
    const before = await readWithRights(server);
    const platformPath = isForSupabase(texts.join("\n")) ? ["extensions"] : [];
    const application = await applyMigrations(server, migrations, platformPath);
    const objects = await readAlive(server);
    const failures = [...application.diagnostics, ...(objects === undefined ? [lost()] : [])];
    const read = objects && (await withQueries(objects, views, server));
    return outcome(read && mark(read, before, application), [...diagnostics, ...failures]);
  } finally {
    await server.close();
  }
}

/** What of a server elsewhere belongs to the project. */
interface Share {
  /** Schemas that the migrations write to. */
  readonly schemas: ReadonlySet<string>;
  /** Roles that the migrations name. */
  readonly roles: ReadonlySet<string>;
}

/** Reads what a server elsewhere has of a project. */
export async function readDatabase(url: string, { schemas, roles }: Share): Promise<ServerSchema> {
  try {
    const server = await connect(url);
    if (typeof server === "string") return outcome(undefined, [missing(server)]);
    const objects = await withRightsOf(roles, await readCatalogue(server), server);
    await server.close();
    const isOurs = ({ kind, name }: ServerObject) =>
      ["extension", "publication", "event-trigger", "cron-job", "definition"].includes(kind) ||
      schemas.has(name.split(".", 1)[0] ?? "");
    return outcome(
      objects
        .filter(isOurs)
        // Every PostgreSQL has it.
        .map((object) => (object.name === "plpgsql" ? { ...object, given: true } : object)),
      [],
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return outcome(undefined, [diagnose("sources/database-unreachable", { reason })]);
  }
}

const textsOf = ({ source, includes }: Migration): readonly string[] => [
  source.text,
  ...[...includes.values()].flatMap((each) => (each === undefined ? [] : textsOf(each))),
];

/** Not in a comment, which may say what the line below it does. */
const createExtension =
  /(?<!--[^\n]*)\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?["']?([\w-]+)/gi;

function extensionsIn(texts: readonly string[]): readonly string[] {
  const named = texts.flatMap((text) =>
    [...text.matchAll(createExtension)].map(([, name = ""]) => name.toLowerCase()),
  );
  return [...new Set(named)].filter((name) => name !== "plpgsql" && name !== "if").sort();
}

const missing = (name: string): Diagnostic => {
  const { server, postgis } = embeddedPackages;
  const needed = name === "pg" ? ["pg"] : [...new Set([server, postgis, name])];
  const versions: Readonly<Partial<Record<string, string>>> = {
    [server]: "@0.5.8",
    [postgis]: "@0.2.8",
    [embeddedPackages.vector]: "@0.0.9",
  };
  const packages = needed.map((each) => each + (versions[each] ?? "")).join(" ");
  return diagnose("sources/missing-package", {
    name,
    command: `npm install --save-dev ${packages}`,
  });
};

const lost = (): Diagnostic => diagnose("sources/database-unreachable", { reason: "no answer" });

/** A server that a statement has killed answers everything with nothing. */
async function readAlive(server: Server): Promise<readonly ServerObject[] | undefined> {
  const [row] = await server.query("select 1 as one");
  return row?.["one"] === 1 ? readWithRights(server) : undefined;
}

/** Marks what was there before, and what a statement made or changed while it ran. */
function mark(
  objects: readonly ServerObject[],
  before: readonly ServerObject[],
  { made, changed }: Application,
): readonly ComparedObject[] {
  const known = new Set(before.map(({ kind, name }) => `${kind} ${name}`));
  const marked = objects.map(({ oid = 0, ...object }) => {
    if (known.has(`${object.kind} ${object.name}`)) return { ...object, given: true as const };
    const run = made.find(({ after, upTo }) => oid > after && oid <= upTo);
    const changedBy = changed.get(oid);
    return {
      ...object,
      ...(run && { madeBy: run.location }),
      ...(changedBy && { changedBy }),
    };
  });
  const isOpen = marked.some((each) => each.kind === "default-privilege" && "madeBy" in each);
  return isOpen ? marked.map(withoutGrants) : marked;
}

/** Default privileges that no text names decide what is granted on all that is created later. */
function withoutGrants(object: ComparedObject): ComparedObject {
  const kept = Object.entries(object.facts).filter(([name]) => name !== "grants");
  return { ...object, facts: Object.fromEntries(kept) };
}
