import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./compare.ts";
import { packedRastro } from "./packed.ts";
import { findProgram } from "./peers.ts";

const counts = { requirements: 2000, designs: 8000, links: 30_000 };
const items = counts.requirements + counts.designs;

/** Tracing alone, from Markdown of OpenFastTrace to the state of every item, beside that tool. */
export function tracePeers(folder: string): Benchmark {
  const project = join(folder, "trace-peers");
  laySpecification(project);
  return {
    name: "trace-peers",
    input: `${String(items)} items of OpenFastTrace in Markdown, ${String(counts.links)} links`,
    contestants: [
      { name: "rastro trace", command: packedRastro(project, "trace", "req~r0") },
      {
        name: "OpenFastTrace",
        command: openFastTrace(project),
        bring:
          "build github.com/itsallcode/openfasttrace, and name its classes in RASTRO_BENCH_OFT",
      },
    ],
    goals: [
      { subject: "rastro trace", yardstick: "OpenFastTrace", measure: "cpu", atMost: 1 },
      { subject: "rastro trace", measure: "time", atMost: 3000 },
    ],
  };
}

function openFastTrace(cwd: string) {
  const [java, classes] = [findProgram("java"), process.env["RASTRO_BENCH_OFT"]];
  if (java === undefined || classes === undefined) return undefined;
  const main = "org.itsallcode.openfasttrace.core.cli.CliStarter";
  return { program: java, args: ["-cp", classes, main, "trace", "-v", "summary", "spec"], cwd };
}

function laySpecification(project: string): void {
  mkdirSync(join(project, "spec"), { recursive: true });
  const write = (path: string, lines: readonly string[]) => {
    writeFileSync(join(project, path), lines.concat("").join("\n"));
  };
  write("rastro.config.yaml", [
    "sources: { requirements: [spec], programme: [trace.yaml] }",
    "asOf: 2026-02-10",
  ]);
  write("trace.yaml", ["traceability: { profile: oft-compat }"]);
  const requirements = Array.from(
    { length: counts.requirements },
    (_, index) => `# R${String(index)}\n\`req~r${String(index)}~1\`\n\nIt holds.\n\nNeeds: dsn\n`,
  );
  const designs = Array.from({ length: counts.designs }, (_, index) => {
    const covers = coveredBy(index).map((name) => `* \`req~r${String(name)}~1\``);
    const head = `# D${String(index)}\n\`dsn~d${String(index)}~1\`\n\nIt is made so.\n\nCovers:\n\n`;
    return `${head}${covers.join("\n")}\n`;
  });
  write("spec/all.md", [...requirements, ...designs]);
}

/** Every design covers three or four requirements, spread over all of them. */
function coveredBy(index: number): readonly number[] {
  const each = counts.links / counts.designs;
  const own = Math.floor((index + 1) * each) - Math.floor(index * each);
  return Array.from({ length: own }, (_, at) => (index * 7 + at * 613) % counts.requirements);
}
