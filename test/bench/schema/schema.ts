import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../bundle.ts";
import type { Benchmark } from "../compare.ts";
import { makeMigrations } from "./make-migrations.ts";

const sizes = [100, 1_000, 5_000] as const;

/** Migrations become facts: beside the parser alone, and PostgreSQL that runs them. */
export function schema(folder: string): Benchmark {
  const programs = ["read-schema", "parse-only", "apply"] as const;
  const [read, parse, apply] = programs.map((name) =>
    bundle(join(folder, `schema-${name}`), `schema/${name}.ts`),
  );
  const setOf = (count: number) => join(folder, `migrations-${String(count)}`);
  for (const count of sizes) makeMigrations(setOf(count), count);
  const command = (program = "", count: number) => ({
    program: "env",
    args: [
      // As the command does: compiled modules are kept between runs.
      `NODE_COMPILE_CACHE=${join(folder, "compile-cache")}`,
      process.execPath,
      // As the scripts of package.json do.
      "--max-semi-space-size=8",
      "--v8-pool-size=1",
      program,
      setOf(count),
    ],
    cwd: folder,
  });
  return {
    name: "schema",
    input: `${String(sizes[1])} migrations, ${describe(setOf(sizes[1]))}`,
    contestants: [
      { name: "rastro", command: command(read, 1_000) },
      { name: "libpg-query alone", command: command(parse, 1_000) },
      { name: "PGlite applies", command: command(apply, 1_000) },
      { name: "rastro, 100 migrations", command: command(read, 100) },
      { name: "rastro, 5000 migrations", command: command(read, 5_000) },
    ],
    goals: [
      { subject: "rastro", yardstick: "libpg-query alone", measure: "time", atMost: 3 },
      { subject: "rastro", yardstick: "PGlite applies", measure: "time", atMost: 1 / 6 },
      { subject: "rastro", measure: "peak", atMost: 200 },
      {
        subject: "rastro, 5000 migrations",
        yardstick: "rastro, 100 migrations",
        measure: "peak",
        atMost: 2,
      },
    ],
  };
}

function describe(folder: string): string {
  const bytes = readdirSync(folder).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
