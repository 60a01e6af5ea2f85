import { readAllowedSigners } from "./allowed-signers.ts";
import { fingerprintOf } from "./public-keys.ts";

/** A public key, and the names that it may speak for. */
export interface Signer {
  readonly fingerprint: string;
  readonly principals: readonly string[];
}

/** Whom a list of allowed signers knows by a key (`ssh-ed25519 AAAA… comment`). */
export function findSigner(line: string, allowedSigners: string): Signer | undefined {
  const [, base64] = line.trim().split(/\s+/);
  if (base64 === undefined) return undefined;
  const fingerprint = fingerprintOf(Buffer.from(base64, "base64"));
  const own = readAllowedSigners(allowedSigners).signers.filter(
    (signer) => signer.fingerprint === fingerprint,
  );
  const names = own.flatMap(({ principals }) => principals);
  return { fingerprint, principals: [...new Set(names.filter((name) => !/[*?!]/.test(name)))] };
}
