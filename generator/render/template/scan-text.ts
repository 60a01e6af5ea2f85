import { type Builder, appendText, move, openFrame } from "./builder.ts";
import { nextLine } from "./place.ts";

/** What is written here, and what it does to the place. */
interface Mark {
  readonly pattern: RegExp;
  readonly apply: (builder: Builder, written: string) => void;
}

const blockTags =
  "address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const htmlBlock = new RegExp(`^</?(?:${blockTags})(?=[\\s/>]|$)`, "i");

const started = { lineStart: false, blank: false };

function openFence(builder: Builder, marks: string): void {
  openFrame(builder, { opening: marks, prefix: builder.place.prefix });
  move(builder, { ...started, mode: "fence-info", marks });
}

function keep(builder: Builder, written: string, prefix: string): void {
  appendText(builder, written);
  move(builder, { blank: false, prefix: builder.place.prefix + prefix });
}

const blanks = (text: string): string => " ".repeat(text.length);

/** What has a meaning only at the start of a line, most special first. */
const lineMarks: readonly Mark[] = [
  {
    pattern: /^[ \t]+/,
    apply: (builder, written) => {
      appendText(builder, written);
      move(builder, { prefix: builder.place.prefix + written });
    },
  },
  { pattern: /^(?:`{3,}(?=[^`]*$)|`{3,}(?=[^`\n]*\n)|~{3,})/, apply: openFence },
  { pattern: /^>/, apply: (builder, written) => keep(builder, written, written) },
  {
    pattern: /^(?:[-+*]|\d{1,9}[.)])(?=[ \t])/,
    apply: (builder, written) => keep(builder, written, blanks(written)),
  },
  { pattern: /^\[[ xX]\] /, apply: (builder, written) => keep(builder, written, "") },
  {
    pattern: /^#{1,6}(?=[ \t]|$)/,
    apply: (builder, written) => {
      appendText(builder, written);
      move(builder, { ...started, line: "heading" });
    },
  },
  {
    pattern: /^\|/,
    apply: (builder, written) => {
      appendText(builder, written);
      move(builder, { ...started, line: "cell" });
    },
  },
  {
    pattern: htmlBlock,
    apply: (builder, written) => {
      appendText(builder, written);
      move(builder, { ...started, html: true, mode: "tag" });
    },
  },
];

const words: Mark["apply"] = (builder, written) => {
  appendText(builder, written);
  move(builder, started);
};

const inMode =
  (mode: "comment" | "tag"): Mark["apply"] =>
  (builder, written) => {
    appendText(builder, written);
    move(builder, { ...started, mode });
  };

/** What has a meaning anywhere in a line, most special first. */
const inlineMarks: readonly Mark[] = [
  {
    pattern: /^\n/,
    apply: (builder, written) => {
      appendText(builder, written);
      builder.place = nextLine(builder.place);
    },
  },
  { pattern: /^\\[!-/:-@[-`{-~]/, apply: words },
  {
    pattern: /^`+/,
    apply: (builder, marks) => {
      openFrame(builder, { opening: marks });
      move(builder, { ...started, mode: "code", marks });
    },
  },
  { pattern: /^<!--/, apply: inMode("comment") },
  { pattern: /^<\/?[a-zA-Z]/, apply: inMode("tag") },
  {
    pattern: /^\[/,
    apply: (builder, written) => {
      words(builder, written);
      move(builder, { links: builder.place.links + 1 });
    },
  },
  {
    pattern: /^\]\(?/,
    apply: (builder, written) => {
      const { links } = builder.place;
      const opens = written.endsWith("(") && links > 0;
      appendText(builder, opens ? "](" : "]");
      move(builder, { ...started, links: Math.max(0, links - 1) });
      if (!opens) return appendText(builder, written.slice(1));
      openFrame(builder, { opening: "" });
      move(builder, { mode: "destination" });
    },
  },
  { pattern: /^[^\n\\`<[\]]+/, apply: words },
  { pattern: /^[\s\S]/, apply: words },
];

/** Takes in the next mark of ordinary Markdown. */
export function scanText(builder: Builder, text: string, at: number): number {
  const rest = text.slice(at);
  const marks = builder.place.lineStart ? [...lineMarks, ...inlineMarks] : inlineMarks;
  for (const { pattern, apply } of marks) {
    const written = pattern.exec(rest)?.[0];
    if (written === undefined) continue;
    apply(builder, written);
    return at + written.length;
  }
  return text.length;
}
