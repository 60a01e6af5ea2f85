/** The anchor without accents for one with them, when it is free; each is given once. */
export type PlainAnchors = (anchor: string) => string | undefined;

const plain = /^[\x21-\x7e]+$/;

/**
 * Anchors as people type them who leave accents away: `#migracoes` beside `#migrações`. Those that
 * the page has are not given again.
 */
export function plainAnchors(html: string): PlainAnchors {
  let taken: Set<string> | undefined;
  return (anchor) => {
    if (plain.test(anchor)) return undefined;
    const wanted = anchor.normalize("NFKD").replace(/\p{M}/gu, "");
    taken ??= new Set(Array.from(html.matchAll(/ (?:id|name)="([^"]*)"/g), ([, id = ""]) => id));
    if (!plain.test(wanted) || taken.has(wanted)) return undefined;
    taken.add(wanted);
    return wanted;
  };
}
