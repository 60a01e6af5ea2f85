import { normalize } from "node:path/posix";
import type { Region, RegionContext, RegionKind } from "./region.ts";
import { codeCell, proseCell, tableLines } from "./table.ts";

/** The keys that a JSON Schema knows at one place, with what it says of each. */
export const keysRegion: RegionKind = {
  options: ["file", "at"],
  of: "repository",
  make: (context) => {
    const { at = "" } = context.region.options;
    const read = readJson(context);
    if ("region" in read) return read.region;
    const schema = follow(read.value, at, read.value);
    const properties = ownEntries(fieldOf(schema, "properties"));
    if (properties.length === 0) return { impossible: "no-such-part", option: "at" };
    const required = fieldOf(schema, "required");
    const rows = properties.map(([key, property]) => [
      codeCell(key) + (Array.isArray(required) && required.includes(key) ? " \\*" : ""),
      proseCell(textOf(fieldOf(property, "description"))),
    ]);
    const head = [context.words("regions.key"), context.words("regions.meaning")];
    return { lines: tableLines(head, rows) };
  },
};

/** The scripts of a `package.json`. */
export const scriptsRegion: RegionKind = {
  options: ["file"],
  of: "repository",
  make: (context) => {
    const read = readJson(context);
    if ("region" in read) return read.region;
    const scripts = ownEntries(fieldOf(read.value, "scripts"));
    if (scripts.length === 0) return { impossible: "no-such-part", option: "file" };
    const rows = scripts.map(([name, command]) => [
      codeCell(`npm run ${name}`),
      codeCell(textOf(command)),
    ]);
    return {
      lines: tableLines([context.words("regions.script"), context.words("regions.runs")], rows),
    };
  },
};

function readJson({
  region,
  sources,
}: RegionContext): { readonly value: unknown } | { readonly region: Region } {
  const text = sources.named.get(normalize(region.options["file"] ?? ""));
  if (text === undefined) return { region: { impossible: "no-file", option: "file" } };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { region: { impossible: "not-json", option: "file" } };
  }
}

/** What a JSON pointer leads to, with `$ref` inside the file followed once. */
function follow(value: unknown, pointer: string, whole: unknown): unknown {
  const found = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((part, name) => fieldOf(part, name), value);
  const reference = fieldOf(found, "$ref");
  const leadsInside = typeof reference === "string" && reference.startsWith("#/");
  return leadsInside && value === whole && pointer !== reference.slice(1)
    ? follow(whole, reference.slice(1), undefined)
    : found;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const ownEntries = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
