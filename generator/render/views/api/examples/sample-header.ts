/** A header whose value may end in a secret, which is read from the environment. */
export interface SampleHeader {
  readonly name: string;
  readonly value: string;
  readonly secret?: string;
}

/** Half a character, which no address can hold, becomes a whole one that says so. */
export const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
