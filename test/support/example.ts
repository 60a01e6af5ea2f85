import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./folder.ts";
import { repository } from "./repository.ts";

const settings = `title: Villa Canabrava
languages: [pt-BR, en]
asOf: 2026-02-09
sources:
  programme: [villa-canabrava/programa, villa-canabrava/gates]
  openapi: [villa-canabrava/openapi.yaml]
  sql: [villa-canabrava/migrations]
  pages: [villa-canabrava/paginas]
`;

/** A copy of the example programme with settings of its own, in a folder that is gone afterwards. */
export function exampleCopy(): string {
  const folder = temporaryFolder({ "rastro.config.yaml": settings });
  cpSync(join(repository, "content/villa-canabrava"), join(folder, "villa-canabrava"), {
    recursive: true,
  });
  return folder;
}

/** Replaces one piece of a file; the piece must be there. */
export function edit(text: string, before: string, after: string): string {
  if (!text.includes(before)) throw new Error(`nothing to replace: ${before}`);
  return text.replace(before, () => after);
}

export const writeText = (folder: string, path: string, text: string): void => {
  writeFileSync(join(folder, path), text);
};
