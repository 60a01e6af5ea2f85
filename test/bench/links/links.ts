import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark, Contestant } from "../compare.ts";
import { packedRastro } from "../packed.ts";
import { describe, makeSite, remark } from "../page-path.ts";

/** The least that a check of links does: every file is read, and a pattern looks for links. */
const readAll = `
import { readdirSync, readFileSync } from "node:fs";
let links = 0;
for (const path of readdirSync(".", { recursive: true, encoding: "utf8" })) {
  if (!path.endsWith(".md")) continue;
  for (const [link] of readFileSync(path, "utf8").matchAll(/\\]\\([^)\\s]+/g)) links += link.length;
}
console.log(links);
`;

const reading = "reading all, with one pattern";

/** The link check alone, of the same Markdown. `RASTRO_BENCH_LINKS` names a folder of one's own. */
export function links(folder: string, pages: number): Benchmark {
  const markdown = process.env["RASTRO_BENCH_LINKS"] ?? makeMarkdown(folder, pages);
  const script = join(folder, "read-all.mjs");
  writeFileSync(script, readAll);
  return {
    name: "links",
    input: describe(markdown),
    contestants: [
      check("rastro check --links", markdown),
      remark(markdown),
      {
        name: reading,
        command: { program: process.execPath, args: [script], cwd: markdown },
      },
    ],
    goals: [
      {
        subject: "rastro check --links",
        yardstick: "remark-validate-links",
        measure: "time",
        atMost: 1 / 15,
      },
      { subject: "rastro check --links", yardstick: reading, measure: "time", atMost: 6 },
    ],
  };
}

/** Ten times the pages: the memory of a page is let go when the page is read. */
export function manyLinks(folder: string, pages: number): Benchmark {
  const [some, many] = [pages, pages * 10].map((count): Contestant => {
    const markdown = makeMarkdown(join(folder, `many-${count}`), count);
    return check(`${count} pages`, markdown);
  }) as [Contestant, Contestant];
  const ten = { subject: many.name, yardstick: some.name };
  return {
    name: "links-many",
    input: "pages of 4 KB, in one folder",
    contestants: [some, many],
    goals: [
      { ...ten, measure: "cpu", atMost: 10 },
      { ...ten, measure: "peak", atMost: 2 },
    ],
  };
}

/** A baseline lets a folder with findings of its own be timed as well. */
function check(name: string, markdown: string): Contestant {
  const baseline = join(markdown, "../known-links.json");
  const words = ["check", "--links", ".", "--baseline", baseline];
  const { program, args, cwd } = packedRastro(markdown, ...words, "--update-baseline");
  execFileSync(program, args, { cwd, stdio: "ignore" });
  return { name, command: packedRastro(markdown, ...words) };
}

function makeMarkdown(folder: string, pages: number): string {
  const { command, out } = makeSite(join(folder, "links"))(pages);
  execFileSync(command.program, command.args);
  const markdown = join(folder, "links/markdown");
  cpSync(join(out, "md"), markdown, { recursive: true });
  return markdown;
}
