import type { Location } from "../location.ts";

/** What a change means for those who call the API with what they have today. */
export type ApiEffect = "breaking" | "compatible" | "unclassified";
export const apiEffects = ["breaking", "unclassified", "compatible"] as const satisfies ApiEffect[];

/** Which way the changed value travels, as the client sees it; `both` for a schema that does both. */
export type Direction = "request" | "response" | "both";

/** One thing that is not as it was. */
export interface ApiChange {
  /** What became of it: `became-required`, `enum-value-removed`. A word of each language exists. */
  readonly rule: string;
  readonly effect: ApiEffect;
  /** The document, when several are compared. */
  readonly document?: string;
  /** Absent where nothing travels: tags, security. */
  readonly direction?: Direction;
  /** `GET /pets`; absent when a named schema or the whole document changed. */
  readonly operation?: string;
  /** Of the operation's item. */
  readonly operationId?: string;
  /** The named schema that changed, once, however many operations use it. */
  readonly schema?: string;
  /** Where inside the operation or schema: `query limit`, `200 application/json items[].name`. */
  readonly at: string;
  readonly before?: string;
  readonly after?: string;
  /** The operations that a change of a schema touches, by their items; those that exist in both. */
  readonly affects?: readonly string[];
  /** In the version that has it; where both do, in the new one. */
  readonly location?: Location;
}
