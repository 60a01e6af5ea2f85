import type { Location } from "../location.ts";

/** Absent when the object has nothing of the kind: no default, no condition. */
export type ComparedFacts = Readonly<Record<string, string | readonly string[] | undefined>>;

/** In front of a right that a server gives by itself: the migrations may say it or not. */
export const byDefault = "~";

/** An object of a schema as plain values, whichever way they were found out. */
export interface ComparedObject {
  readonly kind: string;
  /** `public.catalogo`, `public.catalogo.codigo`, `public.buscar(text)` */
  readonly name: string;
  readonly facts: ComparedFacts;
  /** Where a migration makes it. */
  readonly location?: Location;
  /** The statement that made it while it ran, when no text names it. */
  readonly madeBy?: Location;
  /** The statement that changed it while it ran; what no text says of it may differ. */
  readonly changedBy?: Location;
  /** It was there before the first migration. */
  readonly given?: true;
}
