/** What a link in somebody's text leads to, as the graph names it. */
export interface ProseTarget {
  /** How it was written. */
  readonly kind: "name" | "link" | "image";
  /** `OPT1`, `table:public.x`, `page:docs/guia#passo-2`, `asset:docs/mapa.png`. */
  readonly to: string;
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `docs/guia.md` and `../mapa.png` → `mapa.png`; what leaves the root keeps its `../`. */
function resolvePath(path: string, file: string): string {
  const base = path.startsWith("/") ? [] : file.split("/").slice(0, -1);
  const parts: string[] = [];
  for (const part of [...base, ...path.split("/")]) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

const isFolder = (path: string): boolean => /(?:^|\/)\.{0,2}$/.test(path);

const pageName = (path: string): string => path.replace(/\.(?:md|markdown)$/i, "");

/** Whether prose of this file is a page, in which `#passo` is a link to a heading. */
const isPageFile = (file: string): boolean => /\.(?:md|markdown)$/i.test(file);

/** Whether a URL leads out of the project on its own: it has a scheme or a host. */
export const isAbsolute = (url: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

/** A path in the project as the graph names what lies there. */
function nameOf(path: string, file: string): string {
  const resolved = resolvePath(path, file);
  if (isPageFile(path)) return `page:${pageName(resolved)}`;
  if (!isFolder(path)) return `asset:${resolved}`;
  return resolved === "" ? "page:README" : `page:${resolved}/README`;
}

/** What a URL written in `file` leads to; nothing when it is absolute or a fragment outside a page. */
export function resolveTarget(
  url: string,
  file: string,
  kind: "link" | "image",
): ProseTarget | undefined {
  if (isAbsolute(url)) return undefined;
  const [before = "", fragment = ""] = url.split(/#(.*)/s);
  const path = before.replace(/\?.*/s, "");
  const isOwn = path === "";
  if (isOwn && (fragment === "" || !isPageFile(file))) return undefined;
  const name = isOwn ? `page:${pageName(file)}` : nameOf(decode(path), file);
  const anchored = fragment !== "" && name.startsWith("page:");
  return { kind, to: anchored ? `${name}#${decode(fragment)}` : name };
}
