import type { ItemId } from "#model/item.ts";
import type ts from "typescript";
import type { Reflection } from "typedoc";
import type { Model } from "./convert.ts";
import type { SignaturePrinter } from "./describe/print-signature.ts";

/** What the description of every symbol draws on. */
export interface SymbolContext {
  readonly root: string;
  readonly model: Model;
  readonly printer: SignaturePrinter;
  readonly names: ReadonlyMap<Reflection, ItemId>;
  /** What a name means wherever it is written: see `idsByName`. */
  readonly exported: ReadonlyMap<string, ItemId>;
  /** A file of the program by its absolute path. */
  readonly sourceOf: (path: string) => ts.SourceFile | undefined;
}
