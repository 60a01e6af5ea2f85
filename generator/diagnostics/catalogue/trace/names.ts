/** What findings about links speak of. */
export interface LinkArgs {
  readonly from: string;
  readonly to: string;
}

/** Names in a sentence. */
export const names = (list: readonly string[]): string =>
  list.map((name) => `\`${name}\``).join(", ");
