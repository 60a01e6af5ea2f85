import type { LinkInText } from "#markdown/links/index.ts";
import { decoded } from "./written-url.ts";
import { defective, type Verdict } from "./verdict.ts";

const outside: Verdict = { isExternal: true, defects: [] };

const refused = (): Verdict => defective("verify/refused-scheme");

/** What is to be said about an address with a scheme, by its scheme. */
const schemes: ReadonlyMap<string, (url: string, link: Pick<LinkInText, "kind">) => Verdict> =
  new Map([
    ["http", judgeWeb],
    ["https", judgeWeb],
    ["mailto", (url: string) => judgeAddress(url, /^(?:[^\s@]+@[^\s@,]+\.[^\s@,]+,?)*$/)],
    ["tel", (url: string) => judgeAddress(url, /^\+?[\d().;=\-\s*#p-]+$/)],
    ["javascript", refused],
    ["vbscript", refused],
    ["file", refused],
    [
      "data",
      (url: string, { kind }: Pick<LinkInText, "kind">) =>
        kind === "resource" || (kind === "image" && /^data:image\//i.test(url))
          ? outside
          : refused(),
    ],
  ]);

/** Judges an address that names its scheme or its host; nothing is fetched. */
export function judgeAbsolute(url: string, link: Pick<LinkInText, "kind">): Verdict | undefined {
  if (url.startsWith("//")) return judgeWeb(`https:${url}`);
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1];
  if (scheme === undefined) return /^[a-z]:[\\/]/i.test(url) ? refused() : undefined;
  return schemes.get(scheme.toLowerCase())?.(url, link) ?? outside;
}

const isPrivate =
  /^(?:localhost|.*\.(?:local|localhost|internal|lan)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|0\.0\.0\.0|\[::1\])$/i;

function judgeWeb(url: string): Verdict {
  const host = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? "";
  if (host === "" || /[\s<>]/.test(host)) return defective("verify/bad-address");
  if (isPrivate.test(host)) {
    return { isExternal: true, defects: [{ code: "verify/private-host" }] };
  }
  if (!/^http:/i.test(url)) return outside;
  const suggestions = [url.replace(/^http:/i, "https:")];
  return { isExternal: true, defects: [{ code: "verify/insecure-url", suggestions }] };
}

function judgeAddress(url: string, pattern: RegExp): Verdict {
  const written = url.replace(/^[^:]*:/, "").replace(/\?.*$/s, "");
  const address = decoded(written);
  return address !== undefined && pattern.test(address) && (address !== "" || url.includes("?"))
    ? outside
    : defective("verify/bad-address");
}
