/** What becomes of an element of HTML that stands in somebody's Markdown. */
const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Nothing is ever inside these. */
export const voidElements = names(
  "area base br col embed hr img input link meta param source track wbr",
);

/** What is inside is text, whatever it looks like. */
export const rawElements = names("iframe noembed noframes script style textarea title xmp");

/** Gone with all that is inside: code, styles, other documents and drawings. */
const droppedElements = names(
  "applet canvas embed frame frameset head iframe math noembed noframes noscript object script style svg template textarea title xmp",
);

/** Elements that may end without a tag that says so. */
export const openEnded = names("body dd dt html li option p tbody td tfoot th thead tr");

/** Elements that stand on lines of their own. */
export const blockElements = names(
  "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul",
);

const inlineElements = names(
  "a abbr acronym audio b bdi bdo big blink button cite code data datalist del dfn em font i ins kbd label map mark marquee meter nobr output picture progress q rp rt ruby s samp slot small span strike strong sub sup time tt u var video",
);

/** An opening tag of the first ends an open element of the second. */
export const endedBy: Readonly<Record<string, readonly string[]>> = {
  li: ["li"],
  dt: ["dt", "dd"],
  dd: ["dt", "dd"],
  td: ["td", "th"],
  th: ["td", "th"],
  tr: ["td", "th", "tr"],
  tbody: ["td", "th", "tr", "thead", "tbody"],
  tfoot: ["td", "th", "tr", "thead", "tbody"],
  option: ["option"],
};

/** Elements that those above are not ended through: a list in a list has items of its own. */
export const scopes = names("ul ol menu dl table select details blockquote");

export const isDangerous = (name: string): boolean => droppedElements.has(name);

/** `<String>` and `<Id>` are types in a text, and not elements that somebody writes. */
const looksLikeType = /^<\/?[A-Z][a-z]/;

/** Whether a tag is of HTML as people write it; anything else in angle brackets is text. */
export function isElement(name: string, written: string): boolean {
  if (isDangerous(name)) return true;
  if (looksLikeType.test(written) && !/\s/.test(written)) return false;
  return voidElements.has(name) || blockElements.has(name) || inlineElements.has(name);
}
