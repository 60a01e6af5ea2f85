import { compareApis } from "#graph/index.ts";
import type { ApiChange } from "#model/api/change.ts";
import type { ApiVersion } from "#model/api/version.ts";
import { readApiVersions } from "../../generator/sources/openapi/versions/read-versions.ts";
import { temporaryFolder } from "./folder.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A document with one operation, `POST /pets`, that takes and returns what is given. */
export const petsDocument = (operation: Json, rest: Json = {}): Json => ({
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  paths: { "/pets": { post: { responses: {}, ...operation } } },
  ...rest,
});

export const jsonContent = (schema: unknown): Json => ({ "application/json": { schema } });

/** Documents as the diff reads them. */
async function versionsOf(...documents: readonly Json[]): Promise<readonly ApiVersion[]> {
  const files = documents.map((each, index) => [
    `${String(index)}.json`,
    JSON.stringify(each, null, 2),
  ]);
  const root = temporaryFolder(Object.fromEntries(files) as Readonly<Record<string, string>>);
  const entries = files.map(([path = ""]) => ({ path, foreign: false }));
  const { value } = await readApiVersions({ root, entries });
  return value;
}

/** What became of one document. */
export async function changesOf(before: Json, after: Json): Promise<readonly ApiChange[]> {
  const [from, to] = await Promise.all([versionsOf(before), versionsOf(after)]);
  return compareApis(from, to, "2026-02-10");
}

/** `breaking became-required name`, for each change. */
export const linesOf = (changes: readonly ApiChange[]): readonly string[] =>
  changes.map(({ effect, rule, at }) => `${effect} ${rule} ${at}`.trim());
