/** A path that a link names. */
export interface NamedPath {
  /** The page that the link stands on. */
  readonly from: string;
  /** Decoded, as it is written. */
  readonly way: string;
  /** As it is written. */
  readonly written: string;
  readonly isImage: boolean;
}
