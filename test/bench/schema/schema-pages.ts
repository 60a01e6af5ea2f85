import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark, Contestant } from "../compare.ts";
import { packedRastro } from "../packed.ts";
import { makeTables, type Size } from "./make-tables.ts";

const small: Size = { tables: 500, migrations: 1_250 };
const large: Size = { tables: 2_000, migrations: 5_000 };

/** A schema becomes pages and a site: four times the tables must not take sixteen times as long. */
export function schemaPages(folder: string): Benchmark {
  const [few, many] = [contestant(folder, small), contestant(folder, large)];
  return {
    name: "schema-pages",
    input: "10 columns a table, a partition for each, all tied to one table",
    contestants: [few, many],
    goals: [
      { subject: many.name, yardstick: few.name, measure: "time", atMost: 5 },
      { subject: many.name, yardstick: few.name, measure: "peak", atMost: 3 },
    ],
  };
}

function contestant(folder: string, size: Size): Contestant {
  const { tables, migrations } = size;
  const project = join(folder, `tables-${String(tables)}`);
  makeTables(project, size);
  return {
    name: `${String(tables)} tables, ${String(migrations)} migrations`,
    command: packedRastro(project, "gen", "schema"),
    before: () => {
      rmSync(join(project, "out"), { recursive: true, force: true });
    },
  };
}
