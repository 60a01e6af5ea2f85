import type { LocatedData, Path } from "#data/index.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import { proseLocation } from "./prose-location.ts";

/** A file of programme data, parsed, with the text that it was parsed from. */
export interface DataFile {
  readonly data: LocatedData;
  readonly lines: readonly string[];
  /** From a source whose defects are warnings. */
  readonly foreign: boolean;
}

/** A name as it is written, and where. */
export interface WrittenName {
  readonly name: string;
  readonly location: Location;
}

/**
 * One mapping of a file, read without trust: what does not fit counts as absent, for the check
 * against the schema has reported it already.
 */
export interface DataRecord {
  readonly file: DataFile;
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The mapping at `path`, or none when something else stands there. */
export function recordAt(file: DataFile, path: Path): DataRecord | undefined {
  let value: unknown = file.data.value;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  return isMapping(value) ? { file, path, value } : undefined;
}

/** The place of the value of `key`, or of the record itself. */
export const placeOf = (record: DataRecord, ...keys: Path): Location =>
  record.file.data.locate([...record.path, ...keys]);

export function textOf(record: DataRecord, key: string): string | undefined {
  const value = record.value[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function numberOf(record: DataRecord, key: string): number | undefined {
  const value = record.value[key];
  return typeof value === "number" ? value : undefined;
}

/** `order`, else the position among the records that stand together, from 1. */
export function orderOf(record: DataRecord): number {
  const position = record.path.at(-1);
  return numberOf(record, "order") ?? (typeof position === "number" ? position + 1 : 0);
}

export const isSet = (record: DataRecord, key: string): boolean => record.value[key] === true;

/** One of a set of words; the first of them when something else is written. */
export function choiceOf<Word extends string>(
  record: DataRecord,
  key: string,
  words: readonly [Word, ...Word[]],
): Word {
  return words.find((word) => word === record.value[key]) ?? words[0];
}

const listOf = (record: DataRecord, key: string): readonly unknown[] => {
  const value = record.value[key];
  return Array.isArray(value) ? value : [];
};

export const textsOf = (record: DataRecord, key: string): readonly string[] =>
  listOf(record, key).filter((value) => typeof value === "string");

/** The mappings in the list of `key`; a bare string counts as a mapping with that `shorthand`. */
export function recordsOf(record: DataRecord, key: string, shorthand = ""): readonly DataRecord[] {
  return listOf(record, key).flatMap((value, index) => {
    const path = [...record.path, key, index];
    if (isMapping(value)) return [{ file: record.file, path, value }];
    const isShort = shorthand !== "" && typeof value === "string";
    return isShort ? [{ file: record.file, path, value: { [shorthand]: value } }] : [];
  });
}

/** The names in the value of `key`: one, or a list. */
export function namesOf(record: DataRecord, key: string): readonly WrittenName[] {
  const value = record.value[key];
  if (typeof value === "string") return [{ name: value, location: placeOf(record, key) }];
  return listOf(record, key).flatMap((name, index) =>
    typeof name === "string" ? [{ name, location: placeOf(record, key, index) }] : [],
  );
}

/** Somebody's Markdown, with the place of its first character. */
export function proseOf(record: DataRecord, key: string): Prose | undefined {
  const text = textOf(record, key);
  if (text === undefined) return undefined;
  return { text, location: proseLocation(placeOf(record, key), record.file.lines) };
}

/** Fields whose value is known; the others are left out, as exact optional properties ask. */
export function known<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}
