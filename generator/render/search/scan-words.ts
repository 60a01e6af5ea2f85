/** What a reader of HTML tells: words, and the places that the words after it belong to. */
export interface WordListener {
  readonly word: (raw: string) => void;
  /** A heading begins; its id, if it has one. */
  readonly heading: (id: string) => void;
  readonly anchor: (id: string) => void;
  /** A row of a table begins, or the table ends. */
  readonly row: () => void;
}

/** Tells every word of a page's HTML and every place in it, in one pass and without a pattern. */
export function scanWords(html: string, listener: WordListener): void {
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf("<", from);
    const end = open < 0 ? html.length : open;
    scanText(html, { from, end }, listener.word);
    if (open < 0) return;
    const close = html.indexOf(">", open);
    if (close < 0) return;
    tellTag(html, { from: open + 1, end: close }, listener);
    from = close + 1;
  }
}

interface Range {
  readonly from: number;
  readonly end: number;
}

const [letterA, letterH, letterT] = [97, 104, 116];

function tellTag(html: string, { from, end }: Range, listener: WordListener): void {
  const first = html.charCodeAt(from);
  if (first === letterH && isHeading(html.charCodeAt(from + 1))) {
    listener.heading(idIn(html, from, end));
  } else if (first === letterA && html.startsWith(' id="', from + 1)) {
    listener.anchor(idIn(html, from, end));
  } else if (first === letterT ? isTag(html, "tr", from) : isTag(html, "/table", from)) {
    listener.row();
  }
}

/** `h1` to `h6` */
const isHeading = (digit: number): boolean => digit >= 49 && digit <= 54;

const isTag = (html: string, name: string, from: number): boolean =>
  html.startsWith(name, from) && html.charCodeAt(from + name.length) === 62;

function idIn(html: string, from: number, end: number): string {
  const at = html.indexOf(' id="', from);
  return at < 0 || at > end ? "" : html.slice(at + 5, html.indexOf('"', at + 5));
}

function scanText(html: string, { from, end }: Range, tell: (raw: string) => void): void {
  let at = from;
  while (at < end) {
    const code = html.charCodeAt(at);
    if (!isWord(code)) {
      at = code === ampersand ? afterEntity(html, at) : at + 1;
      continue;
    }
    const start = at;
    do at++;
    while (at < end && (isWord(html.charCodeAt(at)) || joins(html, at)));
    // One letter says nothing.
    if (at - start > 1 || code < 58) tell(html.slice(start, at));
  }
}

const ampersand = 38;

function afterEntity(html: string, at: number): number {
  const end = html.indexOf(";", at);
  return end < 0 || end - at > 8 ? at + 1 : end + 1;
}

/** `-` and `.` within a name. */
function joins(html: string, at: number): boolean {
  const code = html.charCodeAt(at);
  return (code === 45 || code === 46) && isWord(html.charCodeAt(at + 1));
}

const wordlike = /[\p{L}\p{N}\p{M}_]/u;

/** The signs that most texts are made of, asked once. */
const known = Array.from({ length: 0x250 }, (_, code) => wordlike.test(String.fromCharCode(code)));

const isWord = (code: number): boolean =>
  code < known.length ? known[code] === true : wordlike.test(String.fromCharCode(code));
