import { type Builder, appendText, closeFrame, move, openFrame } from "./builder.ts";
import { closesFence } from "./fence-line.ts";
import { scanText } from "./scan-text.ts";
import { lineStart, nextLine, type Place } from "./place.ts";

/** Takes in literal text from `at`, in one mode, and says where it stopped. */
type Scanner = (builder: Builder, text: string, at: number) => number;

function scanCode(builder: Builder, text: string, at: number): number {
  const { marks } = builder.place;
  for (const match of text.slice(at).matchAll(/`+/g)) {
    if (match[0] !== marks) continue;
    const end = at + match.index;
    appendText(builder, text.slice(at, end));
    const inCell = builder.place.line === "cell";
    closeFrame(builder, marks, ({ nodes }) => ({ kind: "code", parts: nodes, inCell }));
    move(builder, { mode: "text", marks: "" });
    return end + marks.length;
  }
  appendText(builder, text.slice(at));
  return text.length;
}

/** The rest of the opening line: the language. */
function scanFenceInfo(builder: Builder, text: string, at: number): number {
  const end = text.indexOf("\n", at);
  appendText(builder, end < 0 ? text.slice(at) : text.slice(at, end));
  if (end < 0) return text.length;
  const frame = builder.frames.pop();
  if (frame) openFrame(builder, { ...frame, nodes: [], info: [...frame.nodes, newline] });
  move(builder, { mode: "fence", lineStart: true });
  return end + 1;
}

const newline = { kind: "literal", text: "\n" } as const;

function endFence(builder: Builder, line: string): void {
  closeFrame(builder, line, ({ info = [], nodes, prefix }) => ({
    kind: "fence",
    info: info.slice(0, -1),
    parts: nodes,
    prefix,
  }));
  move(builder, { ...lineStart, lineStart: false, blank: false });
}

/** One line of a fence, or its end. */
function scanFence(builder: Builder, text: string, at: number): number {
  const end = text.indexOf("\n", at);
  const line = text.slice(at, end < 0 ? text.length : end);
  const { marks, prefix, lineStart: starts } = builder.place;
  if (starts && closesFence(line, marks)) {
    endFence(builder, line);
    return at + line.length;
  }
  const own = starts && line.startsWith(prefix) ? line.slice(prefix.length) : line;
  appendText(builder, end < 0 ? own : `${own}\n`);
  if (line !== "" || end >= 0) move(builder, { lineStart: end >= 0 });
  return end < 0 ? text.length : end + 1;
}

/** Between `<a` and `>`, outside quotes. */
function scanTag(builder: Builder, text: string, at: number): number {
  const match = /["'>]/.exec(text.slice(at));
  if (!match) {
    appendText(builder, text.slice(at));
    return text.length;
  }
  const end = at + match.index;
  const written = text.slice(at, end);
  appendText(builder, written + match[0]);
  if (match[0] === ">") move(builder, { mode: "text" });
  else {
    const attribute = /([\w:-]+)\s*=\s*$/.exec(written)?.[1]?.toLowerCase() ?? "";
    openFrame(builder, { opening: "", attribute });
    move(builder, { mode: "attribute", marks: match[0] });
  }
  return end + 1;
}

function scanAttribute(builder: Builder, text: string, at: number): number {
  const end = text.indexOf(builder.place.marks, at);
  appendText(builder, end < 0 ? text.slice(at) : text.slice(at, end));
  if (end < 0) return text.length;
  closeFrame(builder, "", ({ nodes, attribute }) => ({
    kind: "attribute",
    parts: nodes,
    name: attribute,
  }));
  appendText(builder, builder.place.marks);
  move(builder, { mode: "tag", marks: "" });
  return end + 1;
}

function scanDestination(builder: Builder, text: string, at: number): number {
  const match = /[)\n]/.exec(text.slice(at));
  appendText(builder, match ? text.slice(at, at + match.index) : text.slice(at));
  if (!match) return text.length;
  closeFrame(builder, "", ({ nodes }) => ({ kind: "destination", parts: nodes }));
  move(builder, { mode: "text" });
  return at + match.index;
}

/** Up to what ends it, as it is written. */
const scanUntil =
  (ending: string): Scanner =>
  (builder, text, at) => {
    const found = text.indexOf(ending, at);
    const end = found < 0 ? text.length : found + ending.length;
    appendText(builder, text.slice(at, end));
    if (found >= 0) {
      const next = ending.endsWith("\n") ? nextLine(builder.place) : builder.place;
      builder.place = { ...next, mode: "text" };
    }
    return end;
  };

const scanners: Readonly<Record<Place["mode"], Scanner>> = {
  text: scanText,
  code: scanCode,
  "fence-info": scanFenceInfo,
  fence: scanFence,
  tag: scanTag,
  attribute: scanAttribute,
  comment: scanUntil("-->"),
  destination: scanDestination,
  "front-matter": scanUntil("\n---\n"),
};

/** Takes in literal text: the builder gets it, and knows then where in a page it stands. */
export function scan(builder: Builder, text: string): void {
  let at = 0;
  while (at < text.length) at = scanners[builder.place.mode](builder, text, at);
}
