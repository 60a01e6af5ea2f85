import { type LocatedData, ownField, readJson } from "#data/index.ts";
import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Path } from "#data/index.ts";
import {
  firstLine,
  nothingParsed,
  type ParsedFile,
  roleOf,
  type WrittenItem,
  type WrittenLink,
} from "./written.ts";

/**
 * Reads `needs.json` of Sphinx-Needs (https://sphinx-needs.readthedocs.io, "needs.json"): the needs
 * of its current version, or of the last one that it holds.
 */
export function parseSphinxNeeds(text: string, file: string): Outcome<ParsedFile> {
  const { value: data, diagnostics } = readJson(text, file);
  if (data.value === undefined) return outcome(nothingParsed, diagnostics);
  const versions = ownField(data.value, "versions");
  const names = isMapping(versions) ? Object.keys(versions) : [];
  const wanted = ownField(data.value, "current_version");
  const version = names.find((name) => name === wanted) ?? names.at(-1);
  const needs = ownField(ownField(versions, version ?? ""), "needs");
  if (version === undefined || !isMapping(needs)) {
    const reason = "`versions.*.needs`";
    return outcome(nothingParsed, [
      diagnose(
        "sources/requirements-unreadable",
        { format: "Sphinx-Needs", reason },
        { location: { file } },
      ),
    ]);
  }
  const items = Object.entries(needs).flatMap(([id, need]) =>
    isMapping(need) ? [itemOf(data, { id, need, path: ["versions", version, "needs", id] })] : [],
  );
  const notUnderstood = Object.keys(needs).length - items.length;
  return outcome({ items, passedOver: names.length - 1, notUnderstood });
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface Need {
  readonly id: string;
  readonly need: Mapping;
  readonly path: Path;
}

/** What items have a place for, and what the tool writes for its own pages. */
const shown =
  /^(?:id|type|title|status|content|description|full_title|lineno|number|sections?|section_name|type_name|type_prefix|type_color|type_style|is_.*|has_.*|.*_back|constraints.*|external_css|docname|doctype|layout|style|template|parts|arch|lineno_content)$/;

function itemOf(data: LocatedData, { id, need, path }: Need): WrittenItem {
  const text = (key: string): string => {
    const value = need[key];
    return typeof value === "string" ? value.trim() : "";
  };
  const statement = text("content") || text("description");
  const version = /^\d+$/.test(text("version")) ? Number(text("version")) : undefined;
  const fields = Object.entries(need).flatMap(([key, value]) => {
    const isShown = shown.test(key) || isLinks(need, key);
    const written = typeof value === "string" || typeof value === "number" ? String(value) : "";
    const list = Array.isArray(value) ? value.join(", ") : written;
    return isShown || list === "" ? [] : [[key, list] as const];
  });
  return {
    name: id,
    type: text("type") || "requirement",
    ...(version !== undefined && { rev: version }),
    title: text("title") || firstLine(statement) || id,
    statement,
    status: text("status"),
    line: data.locateKey(path).line ?? 1,
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    links: Object.keys(need).flatMap((key) => linksOf(data, { id, need, path }, key)),
  };
}

/** Every kind of link is written in both directions; the first names what the author wrote. */
const isLinks = (need: Mapping, key: string): boolean =>
  Array.isArray(need[key]) && Object.hasOwn(need, `${key}_back`);

function linksOf(data: LocatedData, { need, path }: Need, key: string): readonly WrittenLink[] {
  if (!isLinks(need, key)) return [];
  return (need[key] as readonly unknown[]).flatMap((written, index) => {
    if (typeof written !== "string") return [];
    const [, to = "", rev] = /^([^[]*)(?:\[version==(\d+)\])?/.exec(written) ?? [];
    const { line = 1 } = data.locate([...path, key, index]);
    return [{ role: roleOf(key), to, line, ...(rev !== undefined && { rev: Number(rev) }) }];
  });
}
