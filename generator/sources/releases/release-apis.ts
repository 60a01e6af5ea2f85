import type { ApiChange } from "#model/api/change.ts";
import type { ApiVersion } from "#model/api/version.ts";
import type { Fact } from "#model/fact.ts";
import type { ProjectSettings } from "#model/settings.ts";
import { posix } from "node:path";
import { followReleases, fromFolder } from "./follow-releases.ts";

/** What became of an API between two versions of its documents. */
export type CompareApis = (
  before: readonly ApiVersion[],
  after: readonly ApiVersion[],
) => readonly ApiChange[];

/** The facts, with what each release changed in the API of a project that has OpenAPI documents. */
export function withReleaseApis(
  root: string,
  { sources: { openapi: entries } }: ProjectSettings,
  { facts, compare }: { readonly facts: readonly Fact[]; readonly compare: CompareApis },
): Promise<readonly Fact[]> {
  const folders = entries.map(({ path }) => folderOf(path));
  return followReleases<ApiVersion, ApiChange>(facts, "apiChanges", {
    root,
    entries,
    name: "release-apis",
    isPart: (path) =>
      /\.(?:json|ya?ml)$/i.test(path) &&
      !/(?:^|\/)node_modules\//.test(path) &&
      folders.some((folder) => folder === "" || path.startsWith(`${folder}/`)),
    read: fromFolder(async (folder) => {
      const { readApiVersions } = await import("../openapi/versions/read-versions.ts");
      return (await readApiVersions({ root: folder, entries })).value;
    }),
    compare: (before, after) =>
      before.length === 0 ? compare(before, after).filter(isArrival) : compare(before, after),
  });
}

/** What a document refers to lies beside it or below, as a rule; a pattern starts at its folder. */
function folderOf(path: string): string {
  const steady = path.split("/").slice(
    0,
    path.split("/").findIndex((part) => /[*?{[]/.test(part)),
  );
  const isPattern = /[*?{[]/.test(path);
  const folder = isPattern ? steady.join("/") : /\.\w+$/.test(path) ? posix.dirname(path) : path;
  return folder === "." ? "" : folder.replace(/^\.\/|\/+$/g, "");
}

/** Of the first version every part is new: its operations are enough. */
const isArrival = ({ rule }: ApiChange): boolean =>
  rule === "endpoint-added" || rule === "webhook-added";
