import type { MarkdownContext } from "#markdown/index.ts";
import type { Expression } from "./expression.ts";

/** A template, compiled: what is printed, in order. */
export type Node =
  | { readonly kind: "literal"; readonly text: string }
  | {
      readonly kind: "value";
      readonly value: Expression;
      readonly context: ValueContext;
      /** What follows can make no entity or image out of its end. */
      readonly closed?: boolean;
    }
  /** Values that touch each other or a word: together they could make a link of themselves. */
  | { readonly kind: "run"; readonly parts: readonly RunPart[]; readonly context: ValueContext }
  | { readonly kind: "code"; readonly parts: readonly Node[]; readonly inCell: boolean }
  | {
      readonly kind: "fence";
      readonly info: readonly Node[];
      readonly parts: readonly Node[];
      readonly prefix: string;
    }
  | { readonly kind: "destination"; readonly parts: readonly Node[] }
  | { readonly kind: "attribute"; readonly parts: readonly Node[]; readonly name: string }
  | { readonly kind: "block"; readonly value: Expression; readonly prefix: string }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | {
      readonly kind: "each";
      readonly list: Expression;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

export type RunPart = Extract<Node, { kind: "literal" | "value" }>;

/** How one value is escaped; `raw` where what surrounds it is escaped as a whole. */
export type ValueContext = MarkdownContext | "raw";
