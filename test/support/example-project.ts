import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Lays a copy of the example programme, with settings of its own, in `folder`. */
export function layExampleProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "rastro.config.yaml"), settings);
  cpSync(join(repository, "content/villa-canabrava"), join(folder, "villa-canabrava"), {
    recursive: true,
  });
}
