import { build, type Metafile, type Plugin } from "esbuild";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What every run loads and what consists of a hundred small files each. In one file they take half
 * the time; all other packages stay what npm installs.
 */
const bundled = ["yaml", "ajv", "ajv-formats", "handlebars"];

/** Editions of them that are meant for bundlers: one module format, and nothing of Node's. */
const editions = {
  yaml: "./node_modules/yaml/browser/index.js",
  handlebars: "./node_modules/handlebars/dist/handlebars.js",
};

const packages: Plugin = {
  name: "packages",
  setup: (build) =>
    build.onResolve({ filter: /^[^./#]/ }, ({ path, importer }) => {
      const isBundled = bundled.includes(path.split("/", 1)[0] ?? "");
      // What they need themselves comes with them.
      return isBundled || importer.includes("/node_modules/ajv/")
        ? undefined
        : { path, external: true };
    }),
};

/**
 * JavaScript that runs without TypeScript, split so that each heavy parser is loaded only by the
 * path that needs it: `node esbuild.config.ts <folder> <program>=<source>…`
 */
const [folder = "", ...programs] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: Object.fromEntries(programs.map((program) => program.split("="))) as Record<
    string,
    string
  >,
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  outExtension: { ".js": ".mjs" },
  alias: editions,
  plugins: [packages],
  logLevel: "warning",
  metafile: true,
});
writeFileSync(join(folder, "LICENSES.txt"), licencesOf(metafile));

/** What those say who wrote the packages that were taken in. */
function licencesOf({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [],
  );
  return [...new Set(folders)]
    .sort()
    .map(licenceOf)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(folder: string): string {
  const root = join(import.meta.dirname, folder);
  const { name, version, license } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as Readonly<Record<"name" | "version" | "license", string>>;
  const [file] = globSync("{LICENSE,LICENCE,license}*", { cwd: root });
  const text = file === undefined ? "" : `\n${readFileSync(join(root, file), "utf8")}`;
  return `${name} ${version} (${license})\n${text}`;
}
