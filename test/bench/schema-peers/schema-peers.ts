import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bringPeers, findPeer } from "../peers.ts";
import { askDbml } from "./ask-dbml.ts";
import { askLiam } from "./ask-liam.ts";
import { askPostgresql } from "./ask-postgresql.ts";
import { askRastro } from "./ask-rastro.ts";
import { aspects, type FactSets, score } from "./fact-sets.ts";

const source = "field.sql";

/** What each tool gets right of one file, against the catalogue of PostgreSQL that ran it. */
export async function schemaPeers(folder: string): Promise<string> {
  const place = join(folder, "schema-peers");
  mkdirSync(place, { recursive: true });
  const file = join(place, source);
  copyFileSync(join(import.meta.dirname, source), file);
  const truth = await askPostgresql(readFileSync(file, "utf8"));
  const [liam, dbml] = ["@liam-hq/cli/dist-cli/bin/cli.js", "@dbml/core/lib/index.cjs"].map(
    findPeer,
  );
  const answers: readonly (readonly [string, FactSets | undefined])[] = [
    ["rastro", await askRastro(place, source)],
    ["Liam ERD", liam === undefined ? undefined : askLiam(liam, file, place)],
    ["@dbml/core", dbml === undefined ? undefined : askDbml(dbml, file)],
  ];
  const columns = answers.map(([name, facts]) => [
    name,
    ...(facts ? score(truth, facts) : aspects.map(() => "absent")),
  ]);
  const rows = ["", ...aspects].map((aspect, at) => [
    aspect,
    ...columns.map((each) => each[at] ?? ""),
  ]);
  const isAbsent = answers.some(([, facts]) => facts === undefined);
  return [
    "schema-peers (one file; how much of PostgreSQL's catalogue each says, and what is not in it)",
    ...rows.map(
      (cells) =>
        `  ${cells
          .map((cell, at) => cell.padEnd(at === 0 ? 26 : 18))
          .join("")
          .trimEnd()}`,
    ),
    ...(isAbsent ? [`  absent: ${bringPeers}`] : []),
  ].join("\n");
}
