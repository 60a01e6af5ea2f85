import type { View } from "../view.ts";

/** Every kind of page there is; a new one is a file, a template and a line here. */
export const views: readonly View[] = [];
