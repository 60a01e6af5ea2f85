import { ownField } from "#data/index.ts";
import type { Figure } from "#model/pages/page.ts";

/** The figures among what a view gives to its template: alone, or in a list. */
export const figuresIn = (data: object): readonly Figure[] =>
  Object.values(data).flatMap((value: unknown) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isFigure),
  );

const isFigure = (value: unknown): value is Figure =>
  typeof ownField(value, "svg") === "function" && typeof ownField(value, "mermaid") === "string";
