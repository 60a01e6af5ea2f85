const schemes = new Set(["http", "https", "mailto"]);

// Everything that could end a destination, begin other markup, or hide what is meant.
const unsafe =
  /[\s\u0000-\u0020\u007f-\u009f"'()<>[\\\]^`{|}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Whether a URL is relative, or of a scheme that cannot run anything: http, https, mailto. */
export function isSafeUrl(url: string): boolean {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, "");
  if (/^[\\/]{2}/.test(bare)) return false;
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase());
}

/** A relative URL in which nothing has a meaning of its own: most are. */
const plain = /^[\p{L}\p{N}_.#-]+(?:\/[\p{L}\p{N}_.#-]+)*$/u;

/** A URL for `[text](…)`: what is not safe to follow becomes `#`, which leads nowhere. */
export function destination(url: string): string {
  if (plain.test(url)) return url;
  const text = url.toWellFormed().trim();
  if (text === "" || !isSafeUrl(text)) return "#";
  return text
    .replace(unsafe, (character) =>
      encodeURIComponent(character).replace(
        /[()']/g,
        (each) => `%${each.charCodeAt(0).toString(16)}`,
      ),
    )
    .replace(/&(?=#?[0-9a-z]+;)/gi, "&amp;");
}
