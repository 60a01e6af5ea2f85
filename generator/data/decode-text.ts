import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";

/** By its byte order mark; empty for what is no text at all. */
const utf16Of = ([first, second]: Buffer): string =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) ? "UTF-16" : "";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * UTF-8 text without its byte order mark. Anything else is a finding with the place of the first
 * byte that is wrong.
 */
export function decodeText(bytes: Buffer, file: string): Outcome<string | undefined> {
  if (bytes.includes(0)) {
    const encoding = utf16Of(bytes);
    const start = { file, line: 1, column: 1 };
    return outcome(undefined, [diagnose("data/binary-file", { encoding }, { location: start })]);
  }
  try {
    return outcome(utf8.decode(bytes));
  } catch {
    const at = firstInvalidByte(bytes);
    const before = bytes.subarray(0, at);
    const line = before.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
    const column = before.subarray(before.lastIndexOf(0x0a) + 1).toString("utf8").length + 1;
    const location = { file, line, column };
    const problem = diagnose("data/not-utf8", { byte: bytes[at] ?? 0 }, { location });
    return outcome(undefined, [problem]);
  }
}

/** Where decoding with replacements and encoding again first changes something. */
function firstInvalidByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString("utf8"));
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  return at < 0 ? bytes.length - 1 : at;
}
