import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from "node:crypto";
import { Malformed, readWire, type WireReader } from "./wire.ts";

/** A public key that can say whether a signature is its own. */
export interface PublicKey {
  readonly type: string;
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  readonly verify: (data: Buffer, signature: Buffer) => boolean;
}

/** Takes a key's own parts, and gives how signatures by it are checked. */
type ReadKey = (reader: WireReader) => PublicKey["verify"];

/** Every type of key that is understood; certificates and DSA are not. */
const keyTypes: Readonly<Record<string, ReadKey>> = {
  "ssh-ed25519": (reader) => {
    const key = ed25519(reader.bytes());
    return (data, signature) => isByEd25519(key, data, signatureOf("ssh-ed25519", signature));
  },
  "ecdsa-sha2-nistp256": ecdsa("nistp256"),
  "ecdsa-sha2-nistp384": ecdsa("nistp384"),
  "ecdsa-sha2-nistp521": ecdsa("nistp521"),
  "ssh-rsa": readRsa,
  "sk-ssh-ed25519@openssh.com": (reader) => {
    const key = ed25519(reader.bytes());
    return hardware("sk-ssh-ed25519@openssh.com", reader.bytes(), (data, signature) =>
      isByEd25519(key, data, signature),
    );
  },
  "sk-ecdsa-sha2-nistp256@openssh.com": (reader) => {
    const isByKey = curveKey("nistp256", reader);
    return hardware("sk-ecdsa-sha2-nistp256@openssh.com", reader.bytes(), isByKey);
  },
};

export const isKeyType = (word: string): boolean => Object.hasOwn(keyTypes, word);

/** `SHA256:…` of a key as it is stored. */
export const fingerprintOf = (blob: Buffer): string =>
  `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;

/** Reads a key; throws `Malformed` for what is none, or none that is understood. */
export function readPublicKey(blob: Buffer): PublicKey {
  const reader = readWire(blob);
  const type = reader.text();
  const read = isKeyType(type) ? keyTypes[type] : undefined;
  if (read === undefined) throw new Malformed();
  const isSigned = read(reader);
  reader.end();
  return { type, fingerprint: fingerprintOf(blob), verify: isSigned };
}

function importKey(key: JsonWebKey): KeyObject {
  try {
    return createPublicKey({ key, format: "jwk" });
  } catch (error) {
    throw new Malformed("not a key", { cause: error });
  }
}

const base64url = (bytes: Buffer): string => bytes.toString("base64url");

function ed25519(point: Buffer): KeyObject {
  if (point.length !== 32) throw new Malformed();
  return importKey({ kty: "OKP", crv: "Ed25519", x: base64url(point) });
}

const isByEd25519 = (key: KeyObject, data: Buffer, signature: Buffer): boolean =>
  signature.length === 64 && verify(null, data, key, signature);

/** The bytes of a signature that names its algorithm, which has to be the expected one. */
function signatureOf(algorithm: string, signature: Buffer): Buffer {
  const reader = readWire(signature);
  if (reader.text() !== algorithm) throw new Malformed();
  const bytes = reader.bytes();
  reader.end();
  return bytes;
}

const curves = {
  nistp256: { crv: "P-256", size: 32, hash: "sha256" },
  nistp384: { crv: "P-384", size: 48, hash: "sha384" },
  nistp521: { crv: "P-521", size: 66, hash: "sha512" },
} as const;

function ecdsa(curve: keyof typeof curves): ReadKey {
  return (reader) => {
    const isByKey = curveKey(curve, reader);
    return (data, signature) => isByKey(data, signatureOf(`ecdsa-sha2-${curve}`, signature));
  };
}

function curveKey(curve: keyof typeof curves, reader: WireReader): PublicKey["verify"] {
  const { crv, size, hash } = curves[curve];
  const name = reader.text();
  const point = reader.bytes();
  // Only uncompressed points, like OpenSSH.
  if (name !== curve || point.length !== 2 * size + 1 || point[0] !== 4) throw new Malformed();
  const [x, y] = [point.subarray(1, size + 1), point.subarray(size + 1)].map(base64url);
  const key = importKey({ kty: "EC", crv, x: x ?? "", y: y ?? "" });
  return (data, signature) => {
    const numbers = readWire(signature);
    const [r, s] = [numbers.integer(), numbers.integer()];
    numbers.end();
    if (r.length > size || s.length > size) return false;
    const pair = Buffer.concat([r, s].map((part) => leftPadded(part, size)));
    return verify(hash, data, { key, dsaEncoding: "ieee-p1363" }, pair);
  };
}

const leftPadded = (bytes: Buffer, size: number): Buffer =>
  Buffer.concat([Buffer.alloc(size - bytes.length), bytes]);

/** What is shorter can be broken by those who matter. */
const shortestModulus = 2048 / 8;

function readRsa(reader: WireReader): PublicKey["verify"] {
  const [e, n] = [reader.integer(), reader.integer()];
  if (n.length < shortestModulus) throw new Malformed();
  const key = importKey({ kty: "RSA", n: base64url(n), e: base64url(e) });
  return (data, signature) => {
    const parts = readWire(signature);
    const hash = { "rsa-sha2-256": "sha256", "rsa-sha2-512": "sha512" }[parts.text()];
    const bytes = parts.bytes();
    parts.end();
    return hash !== undefined && bytes.length === n.length && verify(hash, data, key, bytes);
  };
}

/** The bit of a security key's answer that says that somebody touched it. */
const userPresent = 0x01;

/** A key in hardware signs the digests of its application and of the data, its flags and a counter. */
function hardware(
  algorithm: string,
  application: Buffer,
  isByKey: PublicKey["verify"],
): PublicKey["verify"] {
  const digest = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
  return (data, signature) => {
    const parts = readWire(signature);
    if (parts.text() !== algorithm) throw new Malformed();
    const bytes = parts.bytes();
    const answer = parts.take(5);
    parts.end();
    if (((answer[0] ?? 0) & userPresent) === 0) return false;
    return isByKey(Buffer.concat([digest(application), answer, digest(data)]), bytes);
  };
}
