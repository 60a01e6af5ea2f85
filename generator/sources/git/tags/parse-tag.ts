/** What a tag says about itself. */
export interface TagName {
  /** `pkg` of `pkg@1.2.0`, `pkg-v1.2.0` and `pkg/v1.2.0`. */
  readonly package?: string;
  /** `1.2.0-rc.1`; absent when the tag is no version. */
  readonly version?: string;
}

const version = /(?:^|[@/_-])v?(\d{1,9}\.\d{1,9}(?:\.\d{1,9})*(?:[-+][0-9A-Za-z.+-]*)?|\d{1,6})$/;

/** Words before a version that name no package. */
const plainPrefixes = new Set(["", "v", "ver", "version", "release", "releases", "rel", "tag"]);

/** Reads a tag of any usual style; a date is no version. */
export function parseTag(tag: string): TagName {
  if (/^\d{4}-\d{2}-\d{2}/.test(tag) || tag.length > 200) return {};
  const found = findVersion(tag);
  if (found === undefined) return {};
  const before = tag.slice(0, found.index).replace(/[@/_-]+$/, "");
  return {
    ...(!plainPrefixes.has(before.toLowerCase()) && { package: before }),
    version: found[1] ?? "",
  };
}

/** The first place from which all the rest is a version: `a-1.0.0-rc.1` is 1.0.0-rc.1 of `a`. */
function findVersion(tag: string): RegExpExecArray | undefined {
  const found = version.exec(tag);
  // A lone number is a version only when the tag is nothing else: `v1`, not `ponto-2`.
  return found && (/[.]/.test(found[1] ?? "") || found.index === 0) ? found : undefined;
}

const prerelease =
  /\d[-.]?(?:alpha|beta|rc|next|pre|dev|canary|nightly|snapshot)|\d\.\d+\.\d+-[0-9A-Za-z]/i;

export const isPrerelease = (tag: string): boolean => prerelease.test(tag);
