import { splitValues } from "#model/schema/partition-bounds.ts";

/** By what a table is divided. */
export interface PartitionKey {
  readonly strategy: string;
  /** Columns and expressions as written. */
  readonly parts: readonly string[];
}

/** Takes `RANGE (ano, lower(nome))` apart. */
export function readPartitionKey(text: string | undefined): PartitionKey | undefined {
  const [, strategy, list] = /^(range|list|hash)\s*\((.*)\)$/is.exec(text ?? "") ?? [];
  if (strategy === undefined || list === undefined) return undefined;
  return { strategy: strategy.toLowerCase(), parts: splitValues(list) };
}
