import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A real repository to measure on, when somebody has one: the folder of its objects and refs. */
const real = process.env["RASTRO_BENCH_HISTORY"];

export const historyName = real === undefined ? "made, 26,800 commits" : "RASTRO_BENCH_HISTORY";

/** A repository with a long history and about so many tags, in `folder`; the settings ask for it. */
export function layHistory(folder: string, tags: number): void {
  mkdirSync(folder, { recursive: true });
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (real === undefined) {
    git("init", "--quiet", "--initial-branch=main");
    execFileSync("git", ["fast-import", "--quiet"], { cwd: folder, input: madeHistory(tags) });
  } else {
    cpSync(real, join(folder, ".git"), { recursive: true });
    git("config", "core.bare", "false");
    keepTags(git, tags);
  }
  git("pack-refs", "--all");
  writeFileSync(join(folder, "rastro.config.yaml"), "sources: { git: [.] }\nlanguage: en\n");
}

/** The tags of full versions when these are enough, else all. */
function keepTags(git: (...args: readonly string[]) => string, wanted: number): void {
  const all = git("tag").trim().split("\n");
  const whole = all.filter((tag) => /^v?\d+\.0\.0$/.test(tag));
  const kept = new Set(wanted > whole.length ? all : whole);
  const surplus = all.filter((tag) => !kept.has(tag));
  for (let from = 0; from < surplus.length; from += 1000) {
    git("tag", "--delete", ...surplus.slice(from, from + 1000));
  }
}

const commits = 26_800;
const types = ["feat", "fix", "fix", "chore", "chore", "docs", "refactor", "test", "ci", "build"];
const scopes = ["api", "deps", "schema", "ui", "manager/npm", "datasource"];

/** A stream for `git fast-import`: an empty tree, messages as people and robots write them. */
function madeHistory(tags: number): string {
  const every = Math.max(1, Math.floor(commits / tags));
  return Array.from({ length: commits }, (_, at) => {
    const message = messageOf(at);
    const who = `Ana Souza <ana${String(at % 300)}@example.invalid> ${String(1_500_000_000 + at * 9000)} +0000`;
    const commit = [
      "commit refs/heads/main",
      `mark :${String(at + 1)}`,
      `author ${who}`,
      `committer ${who}`,
      `data ${String(Buffer.byteLength(message))}`,
      message,
    ];
    const minor = Math.floor(at / every);
    const tag = `v${String(Math.floor(minor / 20))}.${String(minor % 20)}.0`;
    const isTagged = at % every === every - 1 && minor < tags;
    return [
      ...commit,
      ...(isTagged ? [`reset refs/tags/${tag}`, `from :${String(at + 1)}`, ""] : []),
    ].join("\n");
  }).join("\n");
}

function messageOf(at: number): string {
  const type = types[at % types.length] ?? "";
  const scope = scopes[(at * 7) % scopes.length] ?? "";
  const subject = `${type}(${scope}): muda a parte ${String(at)} da busca por talhões (#${String(at)})`;
  if (at % 4 > 0) return `${subject}\n`;
  const breaks = at % 400 === 0 ? "\nBREAKING CHANGE: o campo antigo saiu\n" : "";
  return `${subject}\n\nPorque a parte ${String(at - 1)} não bastava.\n${breaks}\nCo-authored-by: Rui <rui@example.invalid>\n`;
}
