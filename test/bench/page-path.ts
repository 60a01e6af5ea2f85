import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { bundle } from "./bundle.ts";
import type { Benchmark, Contestant } from "./compare.ts";
import type { Command } from "./measure.ts";
import { bringPeers, findPeer, findProgram } from "./peers.ts";

/** Render, verify, HTML with its links checked, and write: beside tools that do a part of it. */
export function pagePath(folder: string, pages: number): Benchmark {
  const site = makeSite(join(folder, "page-path"));
  const rastro = site(pages);
  run(rastro.command);
  const markdown = join(folder, "markdown");
  cpSync(join(rastro.out, "md"), markdown, { recursive: true });
  return {
    name: "page-path",
    input: describe(markdown),
    contestants: [
      { name: "rastro", command: rastro.command, before: remove(rastro.out) },
      { name: "rastro, nothing changed", command: rastro.command },
      {
        name: "rastro, one page changed",
        command: rastro.edited,
        before: () => run(rastro.command),
      },
      hugo(join(folder, "hugo"), markdown),
      remark(markdown),
    ],
    goals: [
      { subject: "rastro", yardstick: "hugo", measure: "time", atMost: 2 },
      { subject: "rastro", yardstick: "hugo", measure: "time", atMost: 1 },
      { subject: "rastro", yardstick: "hugo", measure: "peak", atMost: 1 },
      { subject: "rastro", yardstick: "hugo", measure: "peak", atMost: 1 / 2 },
      {
        subject: "rastro, one page changed",
        yardstick: "rastro",
        measure: "time",
        atMost: 0.4,
      },
      {
        subject: "rastro, one page changed",
        yardstick: "hugo",
        measure: "time",
        atMost: 1 / 3,
      },
      { subject: "rastro", yardstick: "remark-validate-links", measure: "time", atMost: 1 / 15 },
    ],
  };
}

/** What a page costs in a small site and in a large one: ten times the pages, ten times the work. */
export function pageCost(folder: string): Benchmark {
  const site = makeSite(join(folder, "page-cost"));
  const contestant = (pages: number): Contestant => {
    const { command, out } = site(pages);
    return { name: `${String(pages)} pages`, command, before: remove(out) };
  };
  const ten = { subject: "20000 pages", yardstick: "2000 pages", atMost: 10 };
  return {
    name: "page-cost",
    input: "pages of 4 KB, in one folder",
    contestants: [contestant(200), contestant(2_000), contestant(20_000)],
    goals: [
      { ...ten, measure: "cpu" },
      { ...ten, measure: "peak" },
    ],
  };
}

const remove = (path: string) => () => rmSync(path, { recursive: true, force: true });
const run = ({ program, args }: Command) => execFileSync(program, args);

/** Makes the commands that make a site of so many pages, as it is and with one page edited. */
export function makeSite(folder: string) {
  const program = bundle(folder, "make-pages.ts");
  return (pages: number) => {
    const out = join(folder, `out-${String(pages)}`);
    const command = (...words: readonly string[]): Command => ({
      program: "env",
      args: [
        // As the command does: compiled modules are kept between runs.
        `NODE_COMPILE_CACHE=${join(folder, "compile-cache")}`,
        process.execPath,
        // As the scripts of package.json do.
        "--max-semi-space-size=8",
        "--v8-pool-size=1",
        program,
        out,
        String(pages),
        ...words,
      ],
      cwd: folder,
    });
    return { out, command: command(), edited: command("edited") };
  };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));

export function describe(folder: string): string {
  const files = filesIn(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return `${files.length} pages, ${(bytes / files.length / 1000).toFixed(1)} KB each`;
}

/** The same Markdown in Hugo's layout, with the smallest theme: no highlighting, no link check. */
function hugo(folder: string, markdown: string): Contestant {
  const program = findProgram("hugo");
  const content = join(folder, "content");
  cpSync(markdown, content, { recursive: true });
  for (const path of filesIn(content)) {
    // Hugo's name for a page that has others below it.
    if (!/^(README|index)\.md$/.test(basename(path))) continue;
    renameSync(join(content, path), join(content, path, "../_index.md"));
  }
  const page = "<!doctype html><title>{{ .Title }}</title>\n<main>{{ .Content }}</main>\n";
  mkdirSync(join(folder, "layouts/_default"), { recursive: true });
  for (const name of ["single", "list"]) {
    writeFileSync(join(folder, `layouts/_default/${name}.html`), page);
  }
  const settings = {
    baseURL: "/",
    disableKinds: ["taxonomy", "term", "RSS", "sitemap"],
    markup: { goldmark: { renderer: { unsafe: true } }, highlight: { codeFences: false } },
  };
  writeFileSync(join(folder, "config.json"), JSON.stringify(settings));
  return {
    name: "hugo",
    bring: "apt-get install hugo",
    command: program === undefined ? undefined : { program, args: ["--quiet"], cwd: folder },
    before: () => rmSync(join(folder, "public"), { recursive: true, force: true }),
  };
}

/** The link check alone, of the Markdown alone. */
export function remark(markdown: string): Contestant {
  const program = findPeer("remark-cli/cli.js");
  const plugins = ["remark-gfm/index.js", "remark-validate-links/index.js"].map(findPeer);
  const [gfm, links] = plugins;
  const name = "remark-validate-links";
  if (program === undefined || gfm === undefined || links === undefined) {
    return { name, command: undefined, bring: bringPeers };
  }
  const settings = JSON.stringify({
    plugins: [gfm, [links, { repository: false, root: markdown }]],
  });
  writeFileSync(join(markdown, ".remarkrc.json"), settings);
  const args = [program, ".", "--quiet", "--no-stdout", "--frail"];
  return { name, command: { program: process.execPath, args, cwd: markdown } };
}
