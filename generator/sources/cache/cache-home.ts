import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, resolve } from "node:path";
// Not by the door: a run that finds nothing new must not load what finds files.
import { isInside } from "../files/inside.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder that keeps what was found out about a project: where `RASTRO_CACHE` says (`off`:
 * nowhere), else its own `node_modules/.cache`, else one of its own among the user's caches.
 */
export function cacheHome(
  root: string,
  environment: Environment = process.env,
): string | undefined {
  const { RASTRO_CACHE: asked = "" } = environment;
  if (asked === "off") return undefined;
  if (asked !== "") return join(resolve(root, asked), projectFolder(root));
  const own = join(root, "node_modules/.cache/rastro");
  const modules = statSync(join(root, "node_modules"), { throwIfNoEntry: false });
  // Worktrees often share one `node_modules` by a link, and are projects of their own.
  if (modules?.isDirectory() === true && isInside(root, own)) return own;
  const caches = userCaches(environment);
  return caches === undefined ? undefined : join(caches, "rastro", projectFolder(root));
}

/** Where programs of this system keep what can be made again; nothing without a home. */
function userCaches({ HOME, LOCALAPPDATA, XDG_CACHE_HOME }: Environment): string | undefined {
  if (process.platform === "win32") return LOCALAPPDATA;
  // https://specifications.freedesktop.org/basedir-spec/latest/: a relative path is to be ignored.
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (HOME === undefined || !isAbsolute(HOME)) return undefined;
  return process.platform === "darwin" ? join(HOME, "Library/Caches") : join(HOME, ".cache");
}

/** For people by its name, for us by its place. */
function projectFolder(root: string): string {
  const place = realpathSync(root);
  const name = basename(place).replace(/[^\w.-]+/g, "-") || "root";
  return `${name}-${createHash("sha256").update(place).digest("hex").slice(0, 12)}`;
}

/** The name that `projectFolder` makes. */
export const isProjectFolder = (name: string): boolean => /-[0-9a-f]{12}$/.test(name);
