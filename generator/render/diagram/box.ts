/** A box to place. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
