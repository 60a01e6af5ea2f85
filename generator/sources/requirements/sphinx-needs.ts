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
  const name = names.find((each) => each === wanted) ?? names.at(-1);
  const needs = ownField(ownField(versions, name ?? ""), "needs");
  if (name === undefined || !isMapping(needs)) {
    const reason = "`versions.*.needs`";
    return outcome(nothingParsed, [
      diagnose(
        "sources/requirements-unreadable",
        { format: "Sphinx-Needs", reason },
        { location: { file } },
      ),
    ]);
  }
  const version = ownField(versions, name);
  const whole: FileOfNeeds = { data, needs, linkFields: linkFieldsOf(needs, version) };
  const items = Object.entries(needs).flatMap(([id, need]) =>
    isMapping(need) ? [itemOf(whole, { id, need, path: ["versions", name, "needs", id] })] : [],
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

function itemOf(whole: FileOfNeeds, { id, need, path }: Need): WrittenItem {
  const text = (key: string): string => {
    const value = need[key];
    return typeof value === "string" ? value.trim() : "";
  };
  const statement = text("content") || text("description");
  const version = /^\d+$/.test(text("version")) ? Number(text("version")) : undefined;
  const fields = Object.entries(need).flatMap(([key, value]) => {
    const isShown = shown.test(key) || whole.linkFields.has(key);
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
    line: whole.data.locateKey(path).line ?? 1,
    ...(fields.length > 0 && { fields: Object.fromEntries(fields) }),
    links: Object.keys(need).flatMap((key) => linksOf(whole, { id, need, path }, key)),
  };
}

/** What a need is read with: the file around it. */
interface FileOfNeeds {
  readonly data: LocatedData;
  readonly needs: Mapping;
  /** The fields that hold links, of whatever need. */
  readonly linkFields: ReadonlySet<string>;
}

/**
 * The fields that hold links: `links`; those that the schema of the version calls links; those that
 * are written in both directions; and, where an export leaves all of that out, lists of ids alone.
 */
function linkFieldsOf(needs: Mapping, version: unknown): ReadonlySet<string> {
  const all = Object.values(needs).filter(isMapping);
  const properties = ownField(ownField(version, "needs_schema"), "properties");
  const declared = isMapping(properties)
    ? Object.keys(properties).filter((key) => ownField(properties[key], "field_type") === "links")
    : [];
  const keys = [...new Set(all.flatMap((need) => Object.keys(need)))];
  const isList = (key: string): boolean => {
    const lists = all.flatMap((need) => (Object.hasOwn(need, key) ? [need[key]] : []));
    const names = lists.flat();
    return (
      names.length > 0 &&
      lists.every(Array.isArray) &&
      names.every((each) => typeof each === "string" && Object.hasOwn(needs, nameIn(each, needs)))
    );
  };
  const found = keys.filter(
    (key) => key !== "tags" && !shown.test(key) && (keys.includes(`${key}_back`) || isList(key)),
  );
  return new Set(["links", ...declared, ...found]);
}

/** `R1[version==3]` is R1, and so is `R1.part`, unless a need has that name itself. */
function nameIn(written: string, needs: Mapping): string {
  const [whole = ""] = /^[^[]*/.exec(written) ?? [];
  const [before = ""] = whole.split(".");
  return Object.hasOwn(needs, whole) || !Object.hasOwn(needs, before) ? whole : before;
}

function linksOf(
  { data, needs, linkFields }: FileOfNeeds,
  { need, path }: Need,
  key: string,
): readonly WrittenLink[] {
  const list = need[key];
  if (!linkFields.has(key) || !Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((written, index) => {
    if (typeof written !== "string") return [];
    const rev = /\[version==(\d+)\]/.exec(written)?.[1];
    const { line = 1 } = data.locate([...path, key, index]);
    const to = nameIn(written, needs);
    return [{ role: roleOf(key), to, line, ...(rev !== undefined && { rev: Number(rev) }) }];
  });
}
