import type { Prose } from "#model/pages/prose.ts";

/** Levels that readers can still follow; whatever walks a tree calls itself at each of them. */
export const deepest = 100;

/** Whether a text holds no link and no tag, and too few marks to nest: most texts do. */
export const isPlain = ({ text }: Prose): boolean =>
  !/[<[]/.test(text) &&
  (text.length < deepest || (text.match(/[>*+_~\d-]/g) ?? []).length < deepest);
