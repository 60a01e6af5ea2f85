import type { Location } from "../location.ts";

/** An address of the site that readers may still have, and where they belong now. */
export interface Redirect {
  /** In the site: `pages/guia.html`. */
  readonly from: string;
  /** In the site, or elsewhere on the web. */
  readonly to: string;
}

/** A redirect that somebody wrote down. */
export interface DeclaredRedirect extends Redirect {
  readonly location: Location;
}
