import { decodeText } from "#data/decode-text.ts";
import { outcome, type Outcome } from "#diagnostics/index.ts";
import { readBytes } from "../files/read-bytes.ts";

/**
 * The text of a file that `listFolder` named. What is not UTF-8 is read all the same, with a
 * warning: its links are worth checking. Nothing for what is no text at all.
 */
export function readPageText(root: string, file: string): Outcome<string | undefined> {
  const { value: bytes, diagnostics: unreadable } = readBytes(root, file);
  if (bytes === undefined) return outcome(undefined, unreadable);
  const { value, diagnostics } = decodeText(bytes, file);
  if (value !== undefined) return outcome(value);
  const isText = diagnostics.some(({ code }) => code === "data/not-utf8");
  return outcome(
    isText ? bytes.toString("utf8") : undefined,
    diagnostics.map((each) => ({ ...each, severity: "warning" as const })),
  );
}
