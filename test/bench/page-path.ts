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
import { bringPeers, findPeer, findProgram } from "./peers.ts";

/** Render, verify, HTML with its links checked, and write: beside tools that do a part of it. */
export function pagePath(folder: string, pages: number): Benchmark {
  const program = bundle(join(folder, "page-path"), "make-pages.ts");
  const out = join(folder, "page-path/out");
  const command = {
    program: "env",
    args: [
      // As the command does: compiled modules are kept between runs.
      `NODE_COMPILE_CACHE=${join(folder, "compile-cache")}`,
      process.execPath,
      // As the scripts of package.json do.
      "--max-semi-space-size=8",
      program,
      out,
      String(pages),
    ],
    cwd: folder,
  };
  const remove = (path: string) => () => rmSync(path, { recursive: true, force: true });
  execFileSync(command.program, command.args);
  const markdown = join(folder, "markdown");
  cpSync(join(out, "md"), markdown, { recursive: true });
  return {
    name: "page-path",
    input: describe(markdown),
    contestants: [
      { name: "rastro", command, before: remove(out) },
      { name: "rastro, nothing changed", command },
      hugo(join(folder, "hugo"), markdown),
      remark(markdown),
    ],
    goals: [
      { subject: "rastro", yardstick: "hugo", measure: "time", atMost: 2 },
      { subject: "rastro", yardstick: "hugo", measure: "peak", atMost: 1 },
    ],
  };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));

function describe(folder: string): string {
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
function remark(markdown: string): Contestant {
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
