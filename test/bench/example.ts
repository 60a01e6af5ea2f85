import { appendFileSync, rmSync, writeFileSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { layExampleProject } from "../support/example-project.ts";
import type { Benchmark } from "./compare.ts";
import { packedRastro } from "./packed.ts";

/** The example programme from nothing, with nothing to do, and with one page edited. */
export function example(folder: string): Benchmark {
  const project = join(folder, "example");
  layExampleProject(project);
  const page = firstPage(join(project, "villa-canabrava/paginas"));
  const original = readFileSync(page, "utf8");
  return {
    name: "example",
    input: "villa-canabrava, both languages",
    contestants: [
      {
        name: "cold",
        command: packedRastro(project, "gen"),
        before: () => {
          writeFileSync(page, original);
          rmSync(join(project, "out"), { recursive: true, force: true });
        },
      },
      { name: "no change", command: packedRastro(project, "gen") },
      {
        name: "one page edited",
        command: packedRastro(project, "gen"),
        before: () => appendFileSync(page, "\nMais uma linha.\n"),
      },
    ],
    goals: [],
  };
}

function firstPage(folder: string): string {
  const name = readdirSync(folder)
    .sort()
    .find((each) => each.endsWith(".md"));
  if (name === undefined) throw new Error(`${folder} has no page`);
  return join(folder, name);
}
