import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ItemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { FieldDigests, ReviewedLink, TraceLock } from "#model/trace/lock.ts";
import { join } from "node:path";
import { isInside, readText, statOf } from "../files.ts";

/** Reads the reviews of links; a file that nobody has written yet holds none. */
export function readLock(
  root: string,
  file: string,
  named: Location,
): Outcome<TraceLock | undefined> {
  const path = join(root, file);
  if (!isInside(root, path)) {
    return outcome(undefined, [
      diagnose("sources/trace-lock-outside", { file }, { location: named }),
    ]);
  }
  if (statOf(path) === undefined) return outcome({ file, reviewed: [] });
  const { value: text, diagnostics } = readText(root, file);
  const lines = (text ?? "").split(/\r?\n/).map((line, index) => parseLine(line, file, index + 1));
  return outcome({ file, reviewed: lines.flatMap(({ value }) => value) }, [
    ...diagnostics,
    ...lines.flatMap((line) => line.diagnostics),
  ]);
}

function parseLine(text: string, file: string, line: number): Outcome<readonly ReviewedLink[]> {
  if (text.trim() === "" || text.startsWith("#")) return outcome([]);
  const location = { file, line };
  const written = parseJson(text);
  const { from, role, to, reason, target, source } = written ?? {};
  if (typeof from !== "string" || typeof role !== "string" || typeof to !== "string") {
    const unreadable: Diagnostic = diagnose("sources/trace-lock-line", {}, { location });
    return outcome([], [unreadable]);
  }
  return outcome([
    {
      from: from as ItemId,
      role,
      to: to as ItemId,
      location,
      ...(isDigests(target) && { target }),
      ...(isDigests(source) && { source }),
      ...(typeof reason === "string" && { reason }),
    },
  ]);
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDigests = (value: unknown): value is FieldDigests =>
  isMapping(value) && Object.values(value).every((digest) => typeof digest === "string");
