/** A file that is no page and says something about pages: navigation, redirects, settings of sites. */
export interface TableFile {
  readonly path: string;
  readonly text: string;
}
