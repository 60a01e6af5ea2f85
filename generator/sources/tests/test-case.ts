import type { TestVerdict } from "#model/code/items.ts";

/** One test case of a report, whatever tool wrote it. */
export interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly verdict: TestVerdict;
  readonly message?: string;
  /** The file of the test, where the report tells it. */
  readonly file?: string;
  /** When it ran, in UTC, where the report tells it. */
  readonly ranAt?: string;
  /** The commit it ran on, where the report tells it. */
  readonly ranOn?: string;
}
