import type { Location } from "../location.ts";

/**
 * Markdown that somebody wrote in a source (a description, a comment, a page's body). It is data:
 * sanitised before it reaches a page. `location` is the place of its first character, so that
 * a link inside it can be reported on the line where it stands.
 */
export interface Prose {
  readonly text: string;
  readonly location: Location;
}
