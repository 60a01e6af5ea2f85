import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type LinkCase, linkCases } from "../../support/link-cases.ts";
import { packedRastro } from "../packed.ts";
import { bringPeers, findPeer } from "../peers.ts";

/** What a checker made of a case. */
type Answer = "found" | "missed" | "right" | "false alarm" | "crash" | "absent";

/** Runs a checker in a folder. */
interface Checker {
  readonly name: string;
  readonly program: string | undefined;
  readonly words: readonly string[];
  /** Said by a program that broke down, not by one that found something. */
  readonly crash: RegExp;
}

/** In how many classes of links each checker is right, and in which. */
export function linkCaseTable(folder: string): Promise<string> {
  const checkers = checkersIn(folder);
  const rows = linkCases.map((each, index) => {
    const place = join(folder, "link-cases", String(index));
    writeCase(place, each);
    return [each.name, askRastro(place, each), ...checkers.map((peer) => ask(peer, place, each))];
  });
  const names = ["", "rastro", ...checkers.map(({ name }) => name)];
  const sums = names.map((_, column) =>
    column === 0
      ? "right answers"
      : String(rows.filter((row) => ["found", "right"].includes(row[column] ?? "")).length),
  );
  const table = [names, ...rows, sums].map(
    ([name = "", ...cells]) =>
      `  ${name.padEnd(56)}${cells.map((each) => each.padEnd(23)).join("")}`,
  );
  const isAbsent = checkers.some(({ program }) => program === undefined);
  return Promise.resolve(
    [
      `link-cases (${linkCases.length} classes of links)`,
      ...table,
      ...(isAbsent ? [`  absent: ${bringPeers}`] : []),
    ]
      .map((line) => line.trimEnd())
      .join("\n"),
  );
}

function checkersIn(folder: string): readonly Checker[] {
  const [gfm, links] = ["remark-gfm/index.js", "remark-validate-links/index.js"].map(findPeer);
  const offline = join(folder, "offline.json");
  writeFileSync(offline, '{ "ignorePatterns": [{ "pattern": "^https?:" }] }');
  const rules = join(folder, ".markdownlint.json");
  writeFileSync(
    rules,
    JSON.stringify({ default: false, MD042: true, MD051: true, MD052: true, MD053: true }),
  );
  const settings = join(folder, "remarkrc.json");
  const plugins = [gfm, [links, { repository: false }]];
  writeFileSync(settings, JSON.stringify({ plugins }));
  const remarkWords = [".", "--quiet", "--no-stdout", "--frail", "--rc-path", settings];
  return [
    {
      name: "remark-validate-links",
      program: findPeer("remark-cli/cli.js"),
      words: remarkWords,
      crash: /URIError|TypeError/,
    },
    {
      name: "markdown-link-check",
      program: findPeer("markdown-link-check/markdown-link-check"),
      words: ["-q", "-c", offline, "guia.md"],
      crash: /URIError|TypeError|URI malformed/,
    },
    {
      name: "markdownlint-cli2",
      program: findPeer("markdownlint-cli2/markdownlint-cli2-bin.mjs"),
      words: ["*.md", "--config", rules],
      crash: /TypeError/,
    },
  ];
}

function writeCase(place: string, { files }: LinkCase): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
}

function ask({ program, words, crash }: Checker, place: string, { code }: LinkCase): Answer {
  if (program === undefined) return "absent";
  const run = spawnSync(process.execPath, [program, ...words], { cwd: place, encoding: "utf8" });
  if (crash.test(run.stdout + run.stderr)) return "crash";
  return answer(run.status !== 0, code);
}

const answer = (isFound: boolean, code: string | undefined): Answer =>
  code === undefined ? (isFound ? "false alarm" : "right") : isFound ? "found" : "missed";

function askRastro(place: string, each: LinkCase): Answer {
  const { program, args } = packedRastro(place, "check", "--links", ".", "--format", "json");
  const { stdout } = spawnSync(program, args, { cwd: place, encoding: "utf8" });
  const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
  return answer(findings.some(isExpected(each)), each.code);
}

/** Of a link that is right only a note may be made; of another, what it is and in which line. */
function isExpected({ code, place = "" }: LinkCase): (found: Found) => boolean {
  const [line, file = "guia.md"] = place
    .split(":")
    .slice(0, place.includes(".md") ? 2 : 1)
    .reverse();
  return (found) =>
    code === undefined
      ? found.severity !== "info"
      : found.code === code && found.file === file && String(found.line) === line;
}

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file?: string;
  readonly line?: number;
}
