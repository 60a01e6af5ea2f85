import type { Extensions, PGlite } from "@electric-sql/pglite";
import { importOptional, type Row, type Server } from "./server.ts";
import { stubExtension } from "./stub-extensions.ts";

interface PgliteModule {
  readonly PGlite: typeof PGlite;
}

/** The part of its file system that is used; the package's own type needs those of Emscripten. */
interface WritableFiles {
  readonly writeFile: (path: string, text: string) => void;
}

/** The packages of the embedded server, in the versions that go together. */
export const embeddedPackages = {
  server: "@electric-sql/pglite",
  postgis: "@electric-sql/pglite-postgis",
  vector: "@electric-sql/pglite-pgvector",
} as const;

/** Extensions that are packages of their own: what stands in for them would prove nothing. */
const ownPackages: Readonly<Partial<Record<string, string>>> = {
  postgis: embeddedPackages.postgis,
  vector: embeddedPackages.vector,
};

/** A server in this process; the name of a package when that is not installed. */
export async function startEmbedded(extensions: readonly string[]): Promise<Server | string> {
  const pglite = (await importOptional(embeddedPackages.server)) as PgliteModule | undefined;
  if (pglite === undefined) return embeddedPackages.server;
  const loaded: Record<string, Extensions[string]> = {};
  for (const name of extensions) {
    const extension = await loadExtension(name);
    if (extension !== undefined) loaded[name.replaceAll("-", "_")] = extension;
    else if (ownPackages[name] !== undefined) return ownPackages[name];
  }
  const database = await pglite.PGlite.create({ extensions: loaded });
  const files: WritableFiles = (database.Module as { FS: WritableFiles }).FS;
  const stubs = extensions.filter((name) => loaded[name.replaceAll("-", "_")] === undefined);
  for (const [file, text] of stubs.flatMap(stubExtension)) {
    files.writeFile(`/pglite/share/postgresql/extension/${file}`, text);
  }
  // A library that fails to load makes later ones fail too, unless this one is loaded before.
  await database.exec("do $$ begin end $$");
  return {
    query: async (sql) => (await database.exec(sql)).at(-1)?.rows as readonly Row[],
    close: () => database.close(),
  };
}

/** The large ones are packages of their own; the small ones come with the server. */
async function loadExtension(name: string): Promise<Extensions[string] | undefined> {
  const key = name.replaceAll("-", "_");
  const path = ownPackages[name] ?? `${embeddedPackages.server}/contrib/${key}`;
  const module = (await importOptional(path)) as Record<string, Extensions[string]> | undefined;
  return module?.[key];
}
