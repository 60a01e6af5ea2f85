import GithubSlugger, { slug } from "github-slugger";

/** The anchor that GitHub gives a heading with this text, without the counter of repetitions. */
export const slugify = (text: string): string => slug(text);

/** Anchors for the headings of one page, in order: repeated ones get `-1`, `-2`, … as on GitHub. */
export function pageSlugs(): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text);
}
