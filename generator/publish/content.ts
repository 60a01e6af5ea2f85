import type { OutputFile } from "#model/pages/page.ts";
import { createHash, hash } from "node:crypto";
import { closeSync, openSync, writeFileSync } from "node:fs";
import type { ManifestEntry } from "./manifest.ts";

type Content = OutputFile["content"];
export type Identity = Pick<ManifestEntry, "sha256" | "size">;

/** Of a file in many pieces no whole copy is made; few are joined sooner than passed on one by one. */
const many = 16;

const whole = (content: Content): string | Uint8Array | undefined => {
  if (typeof content === "string" || content instanceof Uint8Array) return content;
  return content.length < many ? content.join("") : undefined;
};

/** The digest and the size of a content, as it will lie on the disk. */
export function identityOf(content: Content): Identity {
  const data = whole(content);
  if (data !== undefined) return { sha256: hash("sha256", data), size: Buffer.byteLength(data) };
  const digest = createHash("sha256");
  let size = 0;
  for (const piece of content as readonly string[]) {
    digest.update(piece);
    size += Buffer.byteLength(piece);
  }
  return { sha256: digest.digest("hex"), size };
}

/** Writes a new file. Node encodes and writes a text in one step when it is told the encoding. */
export function writeContent(path: string, content: Content): void {
  const data = whole(content);
  if (data !== undefined) {
    writeFileSync(path, data, { flag: "wx", encoding: "utf8" });
    return;
  }
  const file = openSync(path, "wx");
  try {
    for (const piece of content as readonly string[]) writeFileSync(file, piece, "utf8");
  } finally {
    closeSync(file);
  }
}
