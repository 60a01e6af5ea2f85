import { createHash } from "node:crypto";
import { type PublicKey, readPublicKey } from "./public-keys.ts";
import { Malformed, readBase64, readWire, wireString } from "./wire.ts";

/** What a signature turned out to be; only a good one names a key. */
export type SignatureCheck =
  | { readonly isGood: true; readonly key: PublicKey; readonly blob: Buffer }
  | { readonly isGood: false; readonly why: SignatureFault };

type SignatureFault = "certificate" | "malformed" | "other-namespace" | "wrong";

/** What was signed: bytes, for a purpose. */
export interface SignedContent {
  readonly message: Buffer;
  readonly namespace: string;
}

/**
 * Checks a signature made by `ssh-keygen -Y sign` (PROTOCOL.sshsig of OpenSSH) without a process.
 * Stricter than `ssh-keygen`: one way to write the text, no key shorter than it should be, and a
 * key in hardware must have been touched. Says nothing about whose key it is.
 */
export function verifySignature(armored: string, content: SignedContent): SignatureCheck {
  try {
    return check(readArmor(armored), content);
  } catch (error) {
    if (error instanceof Malformed) return { isGood: false, why: "malformed" };
    throw error;
  }
}

const magic = "SSHSIG";
const hashes = ["sha256", "sha512"];

function check(envelope: Buffer, { message, namespace }: SignedContent): SignatureCheck {
  const reader = readWire(envelope);
  if (reader.take(magic.length).toString("latin1") !== magic || reader.number() !== 1) {
    throw new Malformed();
  }
  const blob = reader.bytes();
  const written = reader.bytes();
  const reserved = reader.bytes();
  const hash = reader.text();
  const signature = reader.bytes();
  reader.end();
  if (!hashes.includes(hash)) throw new Malformed();
  if (!written.equals(Buffer.from(namespace))) return { isGood: false, why: "other-namespace" };
  if (isCertificate(blob)) return { isGood: false, why: "certificate" };
  const key = readPublicKey(blob);
  const digest = createHash(hash).update(message).digest();
  const signed = Buffer.concat([
    Buffer.from(magic),
    ...[written, reserved, Buffer.from(hash), digest].map(wireString),
  ]);
  return key.verify(signed, signature)
    ? { isGood: true, key, blob }
    : { isGood: false, why: "wrong" };
}

/** A key that an authority vouches for: its type says so. */
const isCertificate = (blob: Buffer): boolean =>
  readWire(blob).text().endsWith("-cert-v01@openssh.com");

const armor =
  /^-----BEGIN SSH SIGNATURE-----\n((?:[A-Za-z0-9+/=]+\n)+)-----END SSH SIGNATURE-----\n?$/;

/** The bytes between the two lines; a checkout may have given the lines other ends. */
function readArmor(text: string): Buffer {
  const body = armor.exec(text.replaceAll("\r\n", "\n"))?.[1]?.replaceAll("\n", "");
  if (body === undefined) throw new Malformed();
  return readBase64(body);
}
