import type { FileDigest } from "#model/programme/sign-off.ts";
import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

/** The one way to write a JSON value (RFC 8785), and a line feed. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("nothing to write");
  return Buffer.from(`${text}\n`);
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** One digest of many files: of their paths and digests, in the order of the bytes of the paths. */
export function scopeDigest(files: readonly Pick<FileDigest, "path" | "sha256">[]): string {
  const sorted = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  return sha256(Buffer.from(sorted.map((each) => `${each.path}\0${each.sha256}\n`).join("")));
}

/**
 * A file as git stores it on every machine: a checkout may have turned line feeds into the line ends
 * of Windows, and what holds a NUL is no text.
 */
export function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(0) || !bytes.includes("\r\n")) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
