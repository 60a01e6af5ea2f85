import { buildGraph } from "#graph/index.ts";
import type { Link } from "#model/graph.ts";
import { readSources } from "#sources/index.ts";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const noSources = {
  openapi: [],
  sql: [],
  git: [],
  typescript: [],
  programme: [],
  requirements: [],
  tests: [],
  pages: [],
};

/** What names in code and in an API lead to, and what they do not, in a project with these files. */
async function link(files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(files);
  const has = (path: string) =>
    Object.keys(files).some((each) => each === path || each.startsWith(`${path}/`))
      ? [{ path, foreign: false }]
      : [];
  const { value: facts } = await readSources(
    { root },
    {
      name: "",
      title: "Guia",
      sources: {
        ...noSources,
        sql: has("sql"),
        typescript: has("src"),
        openapi: has("api.yaml"),
      },
    },
  );
  const { value: graph, diagnostics } = buildGraph(facts);
  const isInferred = ({ inferred }: Link) => inferred === true;
  return {
    links: graph.links
      .filter(isInferred)
      .map(({ from, role, target, location: { line, column } }) =>
        [from, role, target, line, column].join(" ").trim(),
      ),
    said: diagnostics.map(
      ({ code, file = "", line = 0, target = "", suggestions = [] }) =>
        `${code} ${file}:${line} ${target} (${suggestions.join()})`,
    ),
  };
}

const sql = {
  "sql/1.sql":
    "CREATE SCHEMA campo;\nCREATE TABLE public.area (id int);\nCREATE VIEW campo.safra AS SELECT 1 AS n;\nCREATE FUNCTION buscar(q text) RETURNS int LANGUAGE sql AS 'SELECT 1';\n",
};

describe("calls of a database in code", () => {
  test("lead to the tables, views and functions that they name", async () => {
    const { links, said } = await link({
      ...sql,
      "src/a.ts": [
        "declare const db: any;",
        "export const ler = () => db.from('area').select('*');",
        "export function gravar() { return db.from('area').insert({ id: 1 }); }",
        "export class Painel { safra() { return db.schema('campo').from('safra').select(); } }",
        "const interno = () => db.rpc(`buscar`, { q: '' });",
        "interno();",
      ].join("\n"),
    });
    expect(links).toEqual([
      "module:src/a calls function:public.buscar 5 30",
      "symbol:src/a.Painel reads view:campo.safra 4 64",
      "symbol:src/a.gravar writes table:public.area 3 43",
      "symbol:src/a.ler reads table:public.area 2 34",
    ]);
    expect(said).toEqual([]);
  });

  test("are findings when no migration creates what they name", async () => {
    const { said } = await link({
      ...sql,
      "src/a.ts":
        "declare const db: any;\ndb.from('areas').select();\ndb.rpc('buscr');\ndb.schema('campo').from('area');\n",
    });
    expect(said).toEqual([
      "graph/no-such-table src/a.ts:2 areas (area)",
      "graph/no-such-function src/a.ts:3 buscr (buscar)",
      "graph/no-such-table src/a.ts:4 area (area)",
    ]);
  });

  test("what only looks like one is none", async () => {
    const { links, said } = await link({
      ...sql,
      "src/a.ts": [
        "declare const db: any, nome: string;",
        "Array.from('abc'); Buffer.from('abc'); Uint8Array.from('12'); Buffer.from('a', 'hex');",
        "db.storage.from('fotos').list();",
        "db.from(nome); db.from(`area_${nome}`); db.rpc(nome);",
        "db.schema('auth').from('users');",
        "export const moment = { from: (x: string) => x };",
      ].join("\n"),
    });
    expect({ links, said }).toEqual({ links: [], said: [] });
  });

  test("without migrations nothing is known, so nothing is said", async () => {
    const { said } = await link({ "src/a.ts": "declare const db: any;\ndb.from('nada');\n" });
    expect(said).toEqual([]);
  });
});

const api = (paths: readonly string[]) =>
  [
    "openapi: 3.0.3",
    "info: { title: API, version: '1' }",
    "paths:",
    ...paths.map((path) => `  ${path}: { get: { responses: { '200': { description: OK } } } }`),
  ].join("\n");

describe("paths of PostgREST", () => {
  test("that lead to nothing are findings", async () => {
    const { links, said } = await link({
      ...sql,
      "api.yaml": api(["/area", "/rpc/buscar", "/rpc/nada", "/talhao"]),
    });
    expect(links.map((each) => each.split(" ")[3])).toEqual([
      "table:public.area",
      "function:public.buscar",
    ]);
    expect(said.toSorted()).toEqual([
      "graph/no-such-function api.yaml:6 nada ()",
      "graph/no-such-table api.yaml:7 talhao ()",
    ]);
  });

  test("an API without /rpc/ may be of another kind: its other paths are nobody's tables", async () => {
    const { said } = await link({ ...sql, "api.yaml": api(["/area", "/saude"]) });
    expect(said).toEqual([]);
  });
});
