/** Beyond this nobody looks for the end of a sentence. */
const longest = 2000;

/** What follows is a block of its own, even right below a line of text. */
const block = /(?:^|\n)[ \t]*(?:`{3}|~{3}|[-*+] |\d+[.)] |#{1,6} |[>|]|\n)/;

/** The first sentence of a Markdown text; empty when it begins with code, a list or the like. */
export function firstSentence(text: string): string {
  const [paragraph = ""] = text.trim().slice(0, longest).split(block, 1);
  for (const { index } of paragraph.matchAll(/[.!?](?=\s+[^\p{Ll}\d\s])/gu)) {
    const sentence = paragraph.slice(0, index + 1);
    if (isWhole(sentence)) return sentence;
  }
  return paragraph.trim();
}

/** No code, link or bracket is left open. */
const isWhole = (text: string): boolean =>
  count(text, "`") % 2 === 0 &&
  count(text, "[") === count(text, "]") &&
  count(text, "(") === count(text, ")") &&
  count(text, "**") % 2 === 0;

const count = (text: string, mark: string): number => text.split(mark).length - 1;
