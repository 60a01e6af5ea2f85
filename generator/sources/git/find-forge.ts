import type { Forge, ForgeKind } from "#model/history.ts";
import type { RunGit } from "./run-git.ts";

/** What the settings say about the forge. */
export interface ForgeSettings {
  readonly forge?: ForgeKind;
  readonly url?: string;
}

/**
 * The forge of a repository: as the settings name it, else where its remote `origin` leads. No
 * network: a host that is not known by its name has no links until the settings say its kind. `home`
 * is the folder of the settings within the repository: empty or ending in `/`.
 */
export async function findForge(
  git: RunGit,
  settings: ForgeSettings,
  home: string | undefined,
): Promise<Forge | undefined> {
  const url = toAddress(settings.url ?? (await originOf(git)));
  if (url === undefined) return undefined;
  const kind = settings.forge ?? kindOf(new URL(url).hostname);
  if (kind === undefined) return undefined;
  const tree = newestTree[kind];
  if (tree === undefined || home === undefined) return { kind, url };
  const folder = home.split("/").map(encodeURIComponent).join("/");
  return { kind, url, files: `${url}${tree}/${folder}`.replace(/\/+$/, "") };
}

/** Where a forge shows files of its main branch; Gitea has no address without the branch's name. */
const newestTree: Readonly<Partial<Record<ForgeKind, string>>> = {
  github: "/blob/HEAD",
  gitlab: "/-/blob/HEAD",
  bitbucket: "/src/HEAD",
};

/** Its address before any rewriting that this machine has been told to do. */
async function originOf(git: RunGit): Promise<string> {
  try {
    return (await git("config", "--local", "--get", "remote.origin.url")).trim();
  } catch {
    return "";
  }
}

/** `git@host:owner/name.git`, `ssh://…` and addresses with credentials become one web address. */
export function toAddress(remote: string): string | undefined {
  const short = /^(?:[\w.-]+@)?([\w.-]+\.[\w-]+):(?!\/)([^\s:]+)$/.exec(remote);
  const written = short?.slice(1).join("/") ?? withoutScheme.exec(remote)?.[1];
  const protocol = remote.startsWith("http:") ? "http" : "https";
  const address = `${protocol}://${written ?? ""}`;
  if (written === undefined || !URL.canParse(address)) return undefined;
  const { hostname, host, pathname } = new URL(address);
  const path = pathname.replace(/\/+$/, "").replace(/\.git$/, "");
  if (!/^\/[^/]+\/[\w./~+-]+$/.test(path)) return undefined;
  // The port of `ssh` is none of the web's.
  return `${protocol}://${/^https?:/.test(remote) ? host : hostname}${path}`;
}

const withoutScheme = /^(?:https?|ssh|git|git\+https|git\+ssh):\/\/(.+)$/;

const hosts: readonly (readonly [RegExp, ForgeKind])[] = [
  [/^(?:www\.)?github\.com$/, "github"],
  [/^github\./, "github"],
  [/^(?:www\.)?bitbucket\.org$/, "bitbucket"],
  [/^gitlab\./, "gitlab"],
  [/^(?:codeberg\.org|gitea\..+|forgejo\..+)$/, "gitea"],
];

const kindOf = (host: string): ForgeKind | undefined =>
  hosts.find(([pattern]) => pattern.test(host))?.[1];
