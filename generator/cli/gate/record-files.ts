import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OpenedGate } from "./open-gate.ts";

/** The folder of one decision about a gate, beside its policy. */
export const recordPath = ({ gate, name }: OpenedGate, sequence: number): string =>
  [...gate.location.file.split("/").slice(0, -1), name, String(sequence)].join("/");

/** Writes a file whole or not at all. */
export function writeRecord(root: string, path: string, content: Uint8Array | string): void {
  const absolute = join(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(`${absolute}.new`, content);
  renameSync(`${absolute}.new`, absolute);
}
