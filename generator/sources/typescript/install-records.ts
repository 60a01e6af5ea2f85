import { dirname, join, relative } from "node:path";

/** What npm, pnpm and Yarn write into `node_modules` when they install something. */
const names = [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"];

/**
 * The files that change when the packages do whose types TypeScript reads, relative to a folder: in
 * its own `node_modules` and in those of all folders above it. Most are not there.
 */
export function installRecords(root: string): readonly string[] {
  const folders = [root];
  for (let folder = root; dirname(folder) !== folder; folder = dirname(folder)) {
    folders.push(dirname(folder));
  }
  return folders.flatMap((folder) =>
    names.map((name) => relative(root, join(folder, "node_modules", name)).replaceAll("\\", "/")),
  );
}
