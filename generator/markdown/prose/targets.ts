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
export const isPageFile = (file: string): boolean => /\.(?:md|markdown)$/i.test(file);

/** What a URL written in `file` leads to; nothing when it is absolute or a fragment outside a page. */
export function resolveTarget(
  url: string,
  file: string,
  kind: "link" | "image",
): ProseTarget | undefined {
  if (url === "" || /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith("//")) return undefined;
  const [, path = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const anchor = fragment.length > 1 ? `#${decode(fragment.slice(1))}` : "";
  if (path === "") {
    return isPageFile(file) && anchor !== ""
      ? { kind, to: `page:${pageName(file)}${anchor}` }
      : undefined;
  }
  const decoded = decode(path);
  const resolved = resolvePath(decoded, file);
  if (isPageFile(decoded)) return { kind, to: `page:${pageName(resolved)}${anchor}` };
  if (isFolder(decoded)) {
    const readme = resolved === "" ? "README" : `${resolved}/README`;
    return { kind, to: `page:${readme}${anchor}` };
  }
  return { kind, to: `asset:${resolved}` };
}
