import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./compare.ts";
import { packedRastro } from "./packed.ts";

const counts = { systems: 2000, parts: 8000, links: 30_000 };
const items = counts.systems + counts.parts;

/** Requirements of two levels and their matrices, in every form that programs read. */
export function matrices(folder: string): Benchmark {
  const project = join(folder, "matrices");
  layRequirements(project);
  return {
    name: "matrices",
    input: `${String(items)} requirements, ${String(counts.links)} links, two matrices with all their rows`,
    contestants: [
      {
        name: "trace, cold",
        command: packedRastro(project, "trace", "SYS-0"),
        before: () => {
          rmSync(join(project, "out"), { recursive: true, force: true });
        },
      },
      {
        name: "gen matrices, cold",
        command: packedRastro(project, "gen", "matrices"),
        before: () => {
          rmSync(join(project, "out"), { recursive: true, force: true });
        },
      },
      { name: "gen matrices, no change", command: packedRastro(project, "gen", "matrices") },
    ],
    goals: [
      { subject: "gen matrices, cold", measure: "time", atMost: 3000 },
      { subject: "gen matrices, no change", measure: "time", atMost: 300 },
    ],
  };
}

function layRequirements(project: string): void {
  mkdirSync(join(project, "reqs"), { recursive: true });
  // As where rastro is installed: a run may be remembered.
  mkdirSync(join(project, "node_modules"), { recursive: true });
  const write = (path: string, lines: readonly string[]) => {
    writeFileSync(join(project, path), lines.concat("").join("\n"));
  };
  const sources = ["sys", "sw"].map((type) => `{ path: reqs/${type}.sdoc, type: ${type} }`);
  write("rastro.config.yaml", [
    `sources: { requirements: [${sources.join(", ")}], programme: [matrices.yaml] }`,
    "asOf: 2026-02-10",
  ]);
  write("matrices.yaml", [
    "matrices:",
    "  - { id: MX-SYS, title: Sistema e partes, rows: { types: [sys] }, columns: [{ title: Partes, via: [covered-by] }, { title: Situação, field: status }] }",
    "  - { id: MX-SW, title: Partes e sistema, rows: { types: [sw] }, columns: [{ title: Sistema, via: [{ link: covers, types: [sys] }] }, { title: Lugar, field: place }] }",
  ]);
  write(
    "reqs/sys.sdoc",
    Array.from({ length: counts.systems }, (_, index) => requirement(`SYS-${String(index)}`, [])),
  );
  write(
    "reqs/sw.sdoc",
    Array.from({ length: counts.parts }, (_, index) =>
      requirement(`SW-${String(index)}`, parentsOf(index)),
    ),
  );
}

/** Every part has three or four parents, spread over all of the system. */
function parentsOf(index: number): readonly string[] {
  const count = counts.links / counts.parts;
  const own = Math.floor((index + 1) * count) - Math.floor(index * count);
  return Array.from(
    { length: own },
    (_, at) => `SYS-${String((index * 7 + at * 613) % counts.systems)}`,
  );
}

const requirement = (name: string, parents: readonly string[]): string =>
  [
    "[REQUIREMENT]",
    `UID: ${name}`,
    "STATUS: approved",
    `TITLE: Requisito ${name}`,
    "STATEMENT: >>>",
    `O sistema deve cumprir ${name}.`,
    "<<<",
    ...(parents.length === 0 ? [] : ["RELATIONS:"]),
    ...parents.map((parent) => `- TYPE: Parent\n  VALUE: ${parent}`),
    "",
  ].join("\n");
