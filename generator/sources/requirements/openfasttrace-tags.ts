import { outcome, type Outcome } from "#diagnostics/index.ts";
import { createHash } from "node:crypto";
import { anyId, id, linkTo, listOf } from "./openfasttrace.ts";
import type { ParsedFile, WrittenItem, WrittenLink } from "./written.ts";

const tag = new RegExp(
  String.raw`\[\s*([A-Za-z]+)(?:~([\p{L}\p{N}._-]*)~(\d+))?\s*->\s*(${id}(?:\s*,\s*${id})*)\s*(?:>>\s*([A-Za-z]+(?:\s*,\s*[A-Za-z]+)*)\s*)?\]`,
  "gu",
);

/** Reads tags in code, `[impl->dsn~login~2]`; each is an item that covers what it names. */
export function parseCodeTags(text: string, file: string): Outcome<ParsedFile> {
  const seen = new Map<string, number>();
  const items = text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      line.includes("->")
        ? [...line.matchAll(tag)].map((found) => tagItem(found, { file, line: index + 1, seen }))
        : [],
    );
  return outcome({ items, passedOver: 0, notUnderstood: 0 });
}

interface Place {
  readonly file: string;
  readonly line: number;
  /** How often a name was made in this file: lines may move, so they are no part of a name. */
  readonly seen: Map<string, number>;
}

function tagItem(found: RegExpMatchArray, place: Place): WrittenItem {
  const { line } = place;
  const [, type = "", own, rev, targets = ""] = found;
  const needs = listOf(found.at(-1) ?? "");
  const links = [...targets.matchAll(anyId)].map(([, ...parts]) => linkTo(parts, line));
  return {
    name: `${type}~${own || madeName(type, links, place)}`,
    type,
    rev: Number(rev ?? 0),
    title: found[0],
    statement: found[0],
    status: "approved",
    line,
    ...(needs.length > 0 && { needs }),
    links,
  };
}

/** Of the first item that it covers and its file, and a number where there are several. */
function madeName(type: string, [link]: readonly WrittenLink[], { file, seen }: Place): string {
  const made = `${link?.to.replace(/^[^~]*~/, "") ?? ""}-${digestOf(file)}`;
  const count = (seen.get(type + made) ?? 0) + 1;
  seen.set(type + made, count);
  return count === 1 ? made : `${made}-${String(count)}`;
}

const digestOf = (file: string): string =>
  createHash("sha256").update(file).digest("hex").slice(0, 8);
