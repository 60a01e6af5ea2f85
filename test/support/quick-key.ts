import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { wireString } from "../../generator/evaluate/signatures/wire.ts";

/** A key that signs like `ssh-keygen -Y sign`, without a process: for tests that sign thousands. */
export interface QuickKey {
  readonly line: string;
  readonly sign: (message: Buffer, namespace: string) => string;
}

export function quickKey(): QuickKey {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const point = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const blob = Buffer.concat([wireString("ssh-ed25519"), wireString(point)]);
  return {
    line: `ssh-ed25519 ${blob.toString("base64")}`,
    sign: (message, namespace) => {
      const digest = createHash("sha512").update(message).digest();
      const signed = [namespace, "", "sha512", digest].map(wireString);
      const bytes = sign(null, Buffer.concat([Buffer.from("SSHSIG"), ...signed]), privateKey);
      const signature = Buffer.concat([wireString("ssh-ed25519"), wireString(bytes)]);
      return armored([blob, namespace, "", "sha512", signature]);
    },
  };
}

/** The text of a signature with these parts. */
export function armored(parts: readonly (string | Buffer)[]): string {
  const envelope = Buffer.concat([Buffer.from("SSHSIG\0\0\0\x01"), ...parts.map(wireString)]);
  const lines = envelope.toString("base64").replace(/.{1,70}/g, "$&\n");
  return `-----BEGIN SSH SIGNATURE-----\n${lines}-----END SSH SIGNATURE-----\n`;
}
