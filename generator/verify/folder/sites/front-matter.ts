/** What the front matter of a page says about its address. */
export interface FrontMatter {
  readonly id?: string;
  readonly slug?: string;
  /** Where it is served, whatever its file is called. */
  readonly addresses?: readonly string[];
}

const isWritten = (text: string, keys: string, value: string): boolean =>
  new RegExp(String.raw`^(?:${keys})\s*[:=]\s*${value}`, "m").test(text);

export const isDraft = (text: string): boolean => isWritten(text, "draft", String.raw`true\s*$`);

/** Only a site has a use for these; a forge shows them as a table. */
const ofSites = "title|linkTitle|layout|permalink|slug|sidebar\\w*|weight|nav_order|aliases";

export const isOfSite = (text: string): boolean =>
  isWritten(text, ofSites, "") && !isWritten(text, "about", "");

const single = /^(id|slug|permalink|url)\s*[:=]\s*["']?([^\s"'#][^\s"']*)/gm;
/** `aliases: [/a, /b]`, or one a line below. */
const several = /^(?:aliases|redirect_from)\s*[:=]\s*(\[[^\]]*\]|(?:\n\s*-\s.*)+|.*)/gm;

/** Nothing where the name of the file tells all. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const found = new Map([...text.matchAll(single)].map(([, key = "", value = ""]) => [key, value]));
  const others = [...text.matchAll(several)].flatMap(([, list = ""]) =>
    list.split(/[[\],\n]/).map((each) => each.replace(/^[\s-]+|["'\s]+/g, "")),
  );
  const addresses = [found.get("permalink"), found.get("url"), ...others].filter(
    (each): each is string => each !== undefined && each.includes("/") && !/:\/\/|:\w/.test(each),
  );
  const [id, slug] = [found.get("id"), found.get("slug")];
  if (id === undefined && slug === undefined && addresses.length === 0) return undefined;
  return {
    ...(id !== undefined && { id }),
    ...(slug !== undefined && { slug }),
    ...(addresses.length > 0 && { addresses }),
  };
}
