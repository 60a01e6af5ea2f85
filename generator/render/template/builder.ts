import type { Node } from "./node.ts";
import { type Place, lineStart } from "./place.ts";

/** A code span, fence, destination or attribute that has begun and not ended. */
interface Frame {
  readonly nodes: Node[];
  /** Begins the literal form, when no value turns out to stand in it. */
  readonly opening: string;
  /** For a fence: what stands after its marks. */
  readonly info?: readonly Node[];
  readonly prefix: string;
  readonly attribute: string;
}

/** The nodes of one stretch of a template as they come, and the place reached. */
export interface Builder {
  readonly frames: Frame[];
  readonly nodes: Node[];
  place: Place;
  /** What was closed without having been opened here. */
  underflow: boolean;
}

export const newBuilder = (place: Place = lineStart): Builder => ({
  frames: [],
  nodes: [],
  place,
  underflow: false,
});

/** Where nodes go now. */
const target = ({ frames, nodes }: Builder): Node[] => frames.at(-1)?.nodes ?? nodes;

export function append(builder: Builder, node: Node): void {
  target(builder).push(node);
}

export function appendText(builder: Builder, text: string): void {
  if (text === "") return;
  const nodes = target(builder);
  const last = nodes.at(-1);
  if (last?.kind === "literal")
    nodes[nodes.length - 1] = { kind: "literal", text: last.text + text };
  else nodes.push({ kind: "literal", text });
}

export const move = (builder: Builder, change: Partial<Place>): void => {
  builder.place = { ...builder.place, ...change };
};

export function openFrame(builder: Builder, frame: Partial<Frame> & { opening: string }): void {
  builder.frames.push({ nodes: [], prefix: "", attribute: "", ...frame });
}

/** Ends the innermost frame; what holds no value stays as it was written. */
export function closeFrame(builder: Builder, closing: string, make: (frame: Frame) => Node): void {
  const frame = builder.frames.pop();
  if (!frame) {
    builder.underflow = true;
    return;
  }
  const parts = [...(frame.info ?? []), ...frame.nodes];
  if (parts.every((node) => node.kind === "literal")) {
    appendText(builder, frame.opening + parts.map(({ text }) => text).join("") + closing);
  } else {
    append(builder, make(frame));
  }
}
