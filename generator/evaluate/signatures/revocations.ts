import { createHash } from "node:crypto";
import { fingerprintOf, isKeyType } from "./public-keys.ts";
import { Malformed, readBase64, readWire, type WireReader } from "./wire.ts";

/** Which keys are revoked; `undefined` when the list cannot be read, which must stop everything. */
export type Revocations = { readonly isRevoked: (blob: Buffer) => boolean } | undefined;

/**
 * Reads what `ssh-keygen -Y verify -r` reads: a key revocation list (PROTOCOL.krl of OpenSSH), or
 * keys one a line; of a line `SHA256:…` is understood too.
 */
export function readRevocations(bytes: Buffer): Revocations {
  try {
    return bytes.subarray(0, 6).toString("latin1") === "SSHKRL"
      ? readList(bytes)
      : readLines(bytes.toString("utf8"));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function readLines(text: string): Revocations {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const fingerprints = lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(fingerprintOfLine);
  return { isRevoked: (blob) => fingerprints.includes(fingerprintOf(blob)) };
}

function fingerprintOfLine(line: string): string {
  const words = line.split(/\s+/);
  const [first = ""] = words;
  if (first.startsWith("SHA256:")) return first.replace(/=+$/, "");
  const type = words.findIndex(isKeyType);
  const key = words[type + 1];
  if (type < 0 || key === undefined) throw new Malformed();
  return fingerprintOf(readBase64(key));
}

const sections = { certificates: 1, keys: 2, sha1: 3, sha256: 5 } as const;

/** Keys of a list, in each of the three ways that it can name them. */
function readList(bytes: Buffer): Revocations {
  const reader = readWire(bytes);
  reader.take(8);
  if (reader.number() !== 1) throw new Malformed();
  // Version, date, flags, reserved, comment.
  for (const skip of [reader.long, reader.long, reader.long, reader.bytes, reader.bytes]) skip();
  const named: Record<number, Set<string>> = {};
  while (!reader.isAtEnd()) {
    const section = reader.byte();
    const entries = readWire(reader.bytes());
    const known = Object.values<number>(sections).includes(section);
    if (!known) throw new Malformed();
    // Certificates are not accepted at all, so that there is nothing to revoke.
    if (section !== sections.certificates) named[section] = new Set(readEntries(entries));
  }
  const has = (section: number, blob: Buffer): boolean =>
    named[section]?.has(blob.toString("hex")) ?? false;
  const digest = (hash: string, blob: Buffer): Buffer => createHash(hash).update(blob).digest();
  return {
    isRevoked: (blob) =>
      has(sections.keys, blob) ||
      has(sections.sha1, digest("sha1", blob)) ||
      has(sections.sha256, digest("sha256", blob)),
  };
}

function* readEntries(reader: WireReader): Iterable<string> {
  while (!reader.isAtEnd()) yield reader.bytes().toString("hex");
}
