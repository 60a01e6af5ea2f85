/** `[[OPT1]]` or `[[table:public.x|texto]]` in a text. */
export interface WikiLink {
  readonly name: string;
  readonly text?: string;
  /** In the text that was searched. */
  readonly start: number;
  readonly end: number;
}

// A name begins with a letter or digit and has a letter: `[[1,2]]` and `[[ -f x ]]` are no links.
const pattern = /(?<!\\)\[\[([\p{L}\p{N}_](?:[^[\]|\n\\]|\\(?!\|))*)(?:\\?\|([^[\]\n]+))?\]\]/gu;
const escapes = /\\([!-/:-@[-`{-~])/g;

/** The links to items in a text that is not code, in order. */
export function findWikiLinks(text: string): readonly WikiLink[] {
  if (!text.includes("[[")) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [whole, written = "", label] = match;
    if (!/\p{L}/u.test(written) || written.endsWith(" ")) return [];
    const name = written.replace(escapes, "$1");
    const link = { name, start: match.index, end: match.index + whole.length };
    return [label === undefined ? link : { ...link, text: label.trim() }];
  });
}
