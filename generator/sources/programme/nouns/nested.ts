import { type DataRecord, textOf } from "../record.ts";

/** What an id is made of when a record inside another has none of its own. */
const letters: Readonly<Record<string, string>> = { criteria: "C", delivers: "D", needs: "N" };

/** The name of a record that is written inside another: its id, or `OPT1-C2` by its position. */
export function nestedName(parent: string, record: DataRecord): string {
  const [key, index] = record.path.slice(-2);
  const letter = letters[String(key)] ?? "";
  return textOf(record, "id") ?? `${parent}-${letter}${Number(index) + 1}`;
}
