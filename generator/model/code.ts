/** Items that come from TypeScript, as TypeDoc's model has them, and from test results. */
export interface CodeItems {
  module: Record<never, never>;
  symbol: CodeSymbol;
  test: {
    readonly suite: string;
    readonly verdict: "passed" | "failed" | "error" | "skipped";
    /** Seconds, as the report says. */
    readonly duration?: number;
  };
}

/** One exported declaration. */
export interface CodeSymbol {
  readonly module: string;
  readonly kind: "function" | "interface" | "type" | "variable" | "class" | "enum" | "namespace" | "reference";
  /** TypeScript source of the declaration, without a body. */
  readonly signature: string;
  readonly members: readonly {
    readonly name: string;
    readonly signature: string;
    readonly summary?: string;
  }[];
  readonly documented: boolean;
  readonly deprecated: boolean;
}
