import { readPublicKey } from "#evaluate/signatures/public-keys.ts";
import { verifySignature } from "#evaluate/signatures/verify-signature.ts";
import { wireString } from "#evaluate/signatures/wire.ts";
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { armored } from "../../support/quick-key.ts";
import { askSshKeygen, hasSshKeygen, sshKey, sshKeygenHint } from "../../support/ssh-keys.ts";

const namespace = "gate-signoff.v1@rastro";
const message = Buffer.from('{"decision":"GO"}\n');
const principal = "ana@example.org";

/** What `ssh-keygen` says about the same signature. */
const oracle = (line: string, signature: string, about = message): boolean =>
  askSshKeygen({
    message: about,
    signature,
    namespace,
    principal,
    allowedSigners: `${principal} ${line}\n`,
  });

describe.runIf(hasSshKeygen)(`a signature made by ssh-keygen${sshKeygenHint}`, () => {
  test.each(["ed25519", "ecdsa:256", "ecdsa:384", "ecdsa:521", "rsa:2048"])(
    "with a key %s is verified without it",
    (type) => {
      const key = sshKey(type);
      for (const hash of ["sha256", "sha512"]) {
        const signature = key.sign(message, namespace, hash);
        const found = verifySignature(signature, { message, namespace });
        expect(found.isGood && found.key.fingerprint).toBe(readPublicKey(key.blob).fingerprint);
        expect(oracle(key.line, signature)).toBe(true);
        const other = Buffer.from("{}\n");
        expect(verifySignature(signature, { message: other, namespace }).isGood).toBe(false);
        expect(oracle(key.line, signature, other)).toBe(false);
      }
    },
  );

  test("for one purpose does not count for another", () => {
    const signature = sshKey().sign(message, "git");
    expect(verifySignature(signature, { message, namespace })).toEqual({
      isGood: false,
      why: "other-namespace",
    });
  });

  test.each(["ed25519", "ecdsa:256", "rsa:2048"])(
    "with a key %s is refused when any byte of it or of the text is another",
    (type) => {
      const signature = sshKey(type).sign(message, namespace);
      expect(verifySignature(signature, { message, namespace }).isGood).toBe(true);
      const accepted = (flip: number): boolean =>
        flippings(Buffer.from(signature), flip).some(
          (flipped) =>
            verifySignature(flipped.toString("latin1"), { message, namespace }).isGood ||
            // Bytes that are not text never reach the verifier as another text.
            verifySignature(flipped.toString("utf8"), { message, namespace }).isGood,
        );
      for (const flip of [0x01, 0x20, 0x80]) expect(accepted(flip)).toBe(false);
      expect(
        flippings(message, 0x01).some(
          (flipped) => verifySignature(signature, { message: flipped, namespace }).isGood,
        ),
      ).toBe(false);
    },
  );

  test("is refused with one character more or less", () => {
    const signature = sshKey().sign(message, namespace);
    for (const changed of [`${signature}\n`, `\n${signature}`, signature.slice(0, -3), ""]) {
      expect(verifySignature(changed, { message, namespace }).isGood).toBe(false);
    }
  });

  test("survives a checkout that gives its lines other ends", () => {
    const signature = sshKey().sign(message, namespace).replaceAll("\n", "\r\n");
    expect(verifySignature(signature, { message, namespace }).isGood).toBe(true);
  });
});

const flippings = (bytes: Buffer, bits: number): readonly Buffer[] =>
  [...bytes.keys()].map((at) => {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ bits;
    return flipped;
  });

const raw = (key: KeyObject, part: "x" | "y"): Buffer =>
  Buffer.from(key.export({ format: "jwk" })[part] ?? "", "base64url");

const sha = (bytes: Buffer, hash = "sha256"): Buffer => createHash(hash).update(bytes).digest();

/** Signs as a security key does, which `ssh-keygen` can verify without having one. */
function hardwareSignature(type: "ed25519" | "ecdsa", flags: number) {
  const isEd25519 = type === "ed25519";
  const { privateKey, publicKey } = isEd25519
    ? generateKeyPairSync("ed25519")
    : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = isEd25519 ? "sk-ssh-ed25519@openssh.com" : "sk-ecdsa-sha2-nistp256@openssh.com";
  const application = Buffer.from("ssh:");
  const own = isEd25519
    ? [wireString(raw(publicKey, "x"))]
    : [
        wireString("nistp256"),
        wireString(Buffer.concat([Buffer.from([4]), raw(publicKey, "x"), raw(publicKey, "y")])),
      ];
  const blob = Buffer.concat([wireString(algorithm), ...own, wireString(application)]);
  const parts = [namespace, "", "sha512", sha(message, "sha512")].map(wireString);
  const signed = Buffer.concat([Buffer.from("SSHSIG"), ...parts]);
  const answer = Buffer.from([flags, 0, 0, 0, 7]);
  const data = Buffer.concat([sha(application), answer, sha(signed)]);
  const bytes = isEd25519
    ? sign(null, data, privateKey)
    : pair(sign("sha256", data, { key: privateKey, dsaEncoding: "ieee-p1363" }));
  const signature = Buffer.concat([wireString(algorithm), wireString(bytes), answer]);
  return {
    line: `${algorithm} ${blob.toString("base64")}`,
    signature: armored([blob, namespace, "", "sha512", signature]),
  };
}

const pair = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, 32), bytes.subarray(32)].map((n) => wireString(shortest(n))));

function shortest(magnitude: Buffer): Buffer {
  const first = magnitude.findIndex((byte) => byte !== 0);
  const bytes = magnitude.subarray(first);
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}

describe.runIf(hasSshKeygen)(`a signature of a key in hardware${sshKeygenHint}`, () => {
  test.each(["ed25519", "ecdsa"] as const)("is verified: %s", (type) => {
    const { line, signature } = hardwareSignature(type, 0x01);
    expect(verifySignature(signature, { message, namespace }).isGood).toBe(true);
    expect(oracle(line, signature)).toBe(true);
  });

  test("that nobody touched is refused", () => {
    const { signature } = hardwareSignature("ed25519", 0x00);
    expect(verifySignature(signature, { message, namespace })).toEqual({
      isGood: false,
      why: "wrong",
    });
  });
});
