import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { changelog } from "./changelog/changelog.ts";
import { code } from "./code.ts";
import { type Benchmark, compare } from "./compare.ts";
import { example } from "./example.ts";
import { formatResults } from "./format-results.ts";
import { buildPackage } from "./packed.ts";
import { largeOpenapi, openapi } from "./openapi/openapi.ts";
import { matrices } from "./matrices.ts";
import { pageCost, pagePath } from "./page-path.ts";
import { installPeers } from "./peers.ts";
import { linkCaseTable } from "./links/link-case-table.ts";
import { links, manyLinks } from "./links/links.ts";
import { programme } from "./programme.ts";
import { schemaPeers } from "./schema-peers/schema-peers.ts";
import { schema } from "./schema/schema.ts";
import { schemaPages } from "./schema/schema-pages.ts";
import { startUp } from "./start-up.ts";
import { traceReport } from "./trace.ts";
import { tracePeers } from "./trace-peers.ts";

/** Every benchmark; each lays its input in the folder that it is given. */
const benchmarks: ReadonlyMap<string, (folder: string, pages: number) => Benchmark> = new Map([
  ["start-up", startUp],
  ["example", example],
  ["page-path", pagePath],
  ["page-cost", pageCost],
  ["links", links],
  ["links-many", manyLinks],
  ["programme", programme],
  ["matrices", matrices],
  ["trace-peers", tracePeers],
  ["schema", schema],
  ["schema-pages", schemaPages],
  ["openapi", openapi],
  ["openapi-large", largeOpenapi],
  ["code", code],
  ["changelog", changelog],
]);

/** Comparisons that are no races: each prints its own table. */
const reports: ReadonlyMap<string, (folder: string) => Promise<string>> = new Map([
  ["link-cases", linkCaseTable],
  ["schema-peers", schemaPeers],
  ["trace", traceReport],
]);

const names = [...benchmarks.keys(), ...reports.keys()];

const usage = `npm run bench -- [name…] [--runs 7] [--pages 2000] [--json] [--install-peers]
names: ${names.join(", ")}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "7" },
    pages: { type: "string", default: "2000" },
    json: { type: "boolean", default: false },
    "install-peers": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((name) => !names.includes(name));
const [runs, pages] = [Number(values.runs), Number(values.pages)];
if (values.help) {
  console.log(usage);
} else if (unknown.length > 0 || !(runs >= 1) || !(pages >= 1)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  if (values["install-peers"]) installPeers();
  await runBenchmarks(positionals.length > 0 ? positionals : names);
}

async function runBenchmarks(wanted: readonly string[]): Promise<void> {
  buildPackage();
  // On a RAM disk where there is one: a busy disk would be measured, and not the programs.
  const place = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = mkdtempSync(join(place, "rastro-bench-"));
  try {
    const results = wanted.flatMap((name) => {
      const benchmark = benchmarks.get(name);
      return benchmark ? [compare(benchmark(folder, pages), runs)] : [];
    });
    const tables: string[] = [];
    for (const name of wanted) {
      const report = reports.get(name);
      if (report) tables.push(await report(folder));
    }
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`;
    console.log(
      values.json
        ? JSON.stringify({ machine, results, tables }, null, 2)
        : [machine, ...(results.length > 0 ? [formatResults(results)] : []), ...tables].join(
            "\n\n",
          ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
