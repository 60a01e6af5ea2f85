import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/repository.ts";

const application = mkdtempSync(join(tmpdir(), "rastro-package-"));
const installed = join(application, "node_modules/rastro");
const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  version: string;
};
let packed: readonly string[];

/** Packs a copy of the project, so that no build is left in it, and lays it where npm would. */
beforeAll(() => {
  const copy = join(application, "copy");
  for (const part of [
    "package.json",
    "esbuild.config.ts",
    "generator",
    "templates",
    "schemas",
    "README.md",
    "CHANGELOG.md",
  ]) {
    const from = join(repository, part);
    if (existsSync(from)) cpSync(from, join(copy, part), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"));
  const said = execFileSync(
    "npm",
    ["pack", "--json", "--offline", "--pack-destination", application],
    {
      cwd: copy,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [tarball] = Object.values(JSON.parse(said.slice(said.search(/^[[{]/m))) as object) as [
    Tarball,
  ];
  packed = tarball.files.map(({ path }) => path);
  mkdirSync(installed, { recursive: true });
  const archive = join(application, tarball.filename);
  execFileSync("tar", ["-xzf", archive, "-C", installed, "--strip-components", "1"]);
  symlinkSync(join(repository, "node_modules"), join(installed, "node_modules"));
});

interface Tarball {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

afterAll(() => rm(application, { recursive: true, force: true }));

/** Runs the installed command in `folder`, on the Node of the tests or on another. */
function run(folder: string, words: readonly string[], node: string = process.execPath) {
  return runNode(folder, [join(installed, "dist/rastro.mjs"), ...words], node);
}

function runNode(folder: string, words: readonly string[], node: string = process.execPath) {
  const { status, stdout, stderr } = spawnSync(node, words, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

/** A Node on PATH that is too old, other than the one that the project brings. */
const oldNode = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "node"))
  .filter((path) => existsSync(path) && !realpathSync(path).startsWith(repository))
  .find(
    (path) =>
      Number(
        execFileSync(path, ["-p", "process.versions.node"], { encoding: "utf8" }).split(".")[0],
      ) < 24,
  );

test("the package holds what runs, and nothing else", () => {
  expect(packed).toContain("dist/rastro.mjs");
  expect(packed).toContain("schemas/config.schema.json");
  expect(
    packed.filter(
      (path) =>
        !/^(dist|templates|schemas)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(
          path,
        ),
    ),
  ).toEqual([]);
  expect(packed.filter((path) => path.endsWith(".ts"))).toEqual([]);
});

test("the package says whose work it holds besides its own", () => {
  const said = readFileSync(join(installed, "dist/LICENSES.txt"), "utf8");
  const named = [...said.matchAll(/^(\S+) \d+\.\d+\.\d+ \(.+\)\n\n/gm)].map(([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(["ajv", "ajv-formats", "handlebars", "yaml"]));
  const programs = packed.filter((path) => path.endsWith(".mjs"));
  const texts = programs.map((path) => readFileSync(join(installed, path), "utf8"));
  const taken = texts.flatMap((text) =>
    [...text.matchAll(/^\/\/ .*?node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name),
  );
  expect([...new Set(taken)].sort()).toEqual(named);
});

test("the installed command knows its version in any folder", () => {
  expect(run(temporaryFolder(), ["--version"])).toEqual({
    status: 0,
    stdout: `${version}\n`,
    stderr: "",
  });
});

test("the installed command makes the documentation of another folder", () => {
  const folder = temporaryFolder({
    "rastro.config.yaml": "sources:\n  pages:\n    - paginas\n",
    "paginas/inicio.md": "# Início\n\nUm texto.\n",
  });
  expect(run(folder, ["gen"])).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, "out/md/README.md"))).toBe(true);
  expect(existsSync(join(folder, "out/site/index.html"))).toBe(true);
});

test("a run that finds nothing new loads none of the packages that make pages", async () => {
  const folder = temporaryFolder({
    "rastro.config.yaml": "sources:\n  pages:\n    - paginas\n",
    "paginas/inicio.md": "# Início\n",
    "node_modules/.cache/rastro/keep": "",
  });
  vi.stubEnv("RASTRO_CACHE", "");
  const tell = `import { registerHooks } from "node:module";
    registerHooks({ load: (url, context, next) => (console.error(url), next(url, context)) });`;
  const gen = () => {
    const words = [join(installed, "dist/rastro.mjs"), "gen"];
    return runNode(folder, [
      "--import",
      `data:text/javascript,${encodeURIComponent(tell)}`,
      ...words,
    ]);
  };
  const making = /node_modules\/(satteri|tinyglobby|simple-git)\//;
  // Clocks of file systems are coarse: what is younger than the run is not remembered.
  await setTimeout(200);
  expect(gen()).toMatchObject({ status: 0, stderr: expect.stringMatching(making) as string });
  expect(gen()).toMatchObject({ status: 0, stderr: expect.not.stringMatching(making) as string });
});

test("the installed command makes the search of a large site in its thread", () => {
  const texts = Array.from({ length: 320 }, (_, number) => [
    `paginas/p${number}.md`,
    `# Página ${number}\n\nUm texto.\n`,
  ]);
  const folder = temporaryFolder({
    "rastro.config.yaml": "sources:\n  pages:\n    - paginas\n",
    ...(Object.fromEntries(texts) as Record<string, string>),
  });
  expect(run(folder, ["gen"])).toMatchObject({ status: 0 });
  expect(readFileSync(join(folder, "out/site/search/pt-BR/terms-0.js"), "utf8")).toContain(
    '"pagina"',
  );
});

test.skipIf(oldNode === undefined)(
  `an older Node is told what is needed, in one line${oldNode === undefined ? " (skipped: no Node before 24 on PATH)" : ""}`,
  () => {
    const { status, stdout, stderr } = run(temporaryFolder(), ["--version"], oldNode);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^rastro needs Node 24 or newer; this is Node \d+\.\d+\.\d+\n$/);
  },
);
