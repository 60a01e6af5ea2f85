import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./compare.ts";
import { packedRastro } from "./packed.ts";

const counts = { members: 20, stages: 50, syncs: 500, actions: 5000, gates: 200 };

/** A programme of some years: its reports from nothing, and with one action done. */
export function programme(folder: string): Benchmark {
  const project = join(folder, "programme");
  layProgramme(project);
  const actions = join(project, "data/actions.yaml");
  const edited = (status: string) => () => {
    writeFileSync(actions, actionsFile(status));
  };
  return {
    name: "programme",
    input: `${String(counts.syncs)} syncs, ${String(counts.actions)} actions, ${String(counts.gates)} gates, one language`,
    contestants: [
      {
        name: "cold",
        command: packedRastro(project, "gen"),
        before: () => {
          edited("open")();
          rmSync(join(project, "out"), { recursive: true, force: true });
        },
      },
      { name: "no change", command: packedRastro(project, "gen") },
      {
        name: "one action done",
        command: packedRastro(project, "gen"),
        before: edited("done"),
      },
    ],
    goals: [],
  };
}

const times = <Line>(count: number, line: (index: number) => Line): readonly Line[] =>
  Array.from({ length: count }, (_, index) => line(index));

const day = (index: number): string =>
  new Date(Date.UTC(2024, 0, 1) + (index % 700) * 86_400_000).toISOString().slice(0, 10);

function layProgramme(project: string): void {
  mkdirSync(join(project, "data"), { recursive: true });
  const write = (path: string, lines: readonly string[]) => {
    writeFileSync(join(project, path), `${lines.join("\n")}\n`);
  };
  write("rastro.config.yaml", [
    "title: Programa",
    "language: pt-BR",
    "asOf: 2025-06-01",
    "sources:",
    "  programme: [data]",
  ]);
  write("data/plan.yaml", [
    "team:",
    ...times(counts.members, (index) => `  - { id: M${index}, title: Membro ${index}, role: DBA }`),
    "stages:",
    ...times(
      counts.stages,
      (index) =>
        `  - { id: S${index}, title: Etapa ${index}, order: ${index}, status: planned, start: ${day(index * 14)} }`,
    ),
    "gates:",
    ...times(
      counts.gates,
      (index) =>
        `  - { id: G${index}, title: Portão ${index}, stage: S${index % counts.stages}, date: ${day(index * 3)}, criteria: [{ id: G${index}-C, title: "Nenhum bloqueio", metric: blockers.open, op: "==", threshold: 0, unit: bloqueios }] }`,
    ),
  ]);
  write("data/syncs.yaml", [
    "syncs:",
    ...times(
      counts.syncs,
      (index) =>
        `  - { id: Y${index}, title: Reunião ${index}, order: ${index + 1}, stage: S${index % counts.stages}, start: ${day(index)}T10:00:00Z, status: ${index < counts.syncs - 10 ? "held" : "scheduled"}, duration: 15, agenda: [{ topic: Tudo, minutes: 15 }], present: [M${index % counts.members}], discussion: [Prazos] }`,
    ),
  ]);
}

const actionsFile = (last: string): string =>
  [
    "actions:",
    ...times(
      counts.actions,
      (index) =>
        `  - { id: A${index}, title: Ação ${index}, owner: M${index % counts.members}, due: ${day(index)}, status: ${index === counts.actions - 1 ? last : index % 10 === 0 ? "open" : "done"}, stage: S${index % counts.stages}, raised-in: Y${index % counts.syncs} }`,
    ),
    "",
  ].join("\n");
