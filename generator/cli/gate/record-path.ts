import type { OpenedGate } from "./open-gate.ts";

/** The folder of one decision about a gate, beside its policy. */
export const recordPath = ({ gate, name }: OpenedGate, sequence: number): string =>
  [...gate.location.file.split("/").slice(0, -1), name, String(sequence)].join("/");
