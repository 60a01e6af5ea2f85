import type { Use } from "../catalogue/catalogue.ts";
import type { Entry, LateName, Name } from "../catalogue/entry.ts";

const identifier = String.raw`(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")`;
/** The name of a type as written, its schema apart: `setof public.situacao`. */
export const typeName = new RegExp(
  String.raw`^(?:setof\s+)?(?:(${identifier})\s*\.\s*)?(${identifier})`,
  "iu",
);

/** The type of ours that a type as written names, if it does: `public.situacao[]`. */
export function typeUse(written: string, namespace: string, { created }: Entry): readonly Use[] {
  const [, schema, name] = typeName.exec(written) ?? [];
  if (name === undefined) return [];
  const named: Name =
    schema === undefined ? { name: fold(name) } : { schema: fold(schema), name: fold(name) };
  const searchPath = [...new Set([namespace, "public"])];
  const target: LateName = { kind: "late type", name: named, searchPath };
  return [{ role: "uses", target, location: created.location }];
}

/** Names without quotes are lower case. */
const fold = (written: string): string =>
  written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase();
