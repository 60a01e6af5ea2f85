import { trimmedLine } from "#markdown/index.ts";
import { escapeHtml } from "../html/escape-html.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element; the children are elements already, its attributes are any text. */
export function element(
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : textOf(value)}"`,
  );
  const open = `<${name}${written.join("")}`;
  return children.length === 0 ? `${open}/>` : `${open}>${children.join("")}</${name}>`;
}

/** Half pixels are as fine as a screen shows them. */
const round = (value: number): string => String(Math.round(value * 2) / 2);

/** Any text, as XML may hold it. */
export const textOf = (text: string): string =>
  escapeHtml(trimmedLine(text).replace(/[\ufffe\uffff]/g, "\ufffd"));

export const titleOf = (text: string): string => element("title", {}, [textOf(text)]);

/** What a drawing is, for those who see it and those who do not. */
export interface Drawing {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The whole drawing, which is no image: an image has no parts, and this one has links. They are
 * passed over by the Tab key, because the page says in words where they lead.
 */
export const drawing = (
  { title, description, width, height }: Drawing,
  children: readonly string[],
): string =>
  element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "graphics-document",
      "aria-label": `${title}. ${description}`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      "font-size": fontSize,
    },
    [titleOf(title), element("desc", {}, [textOf(description)]), ...children],
  );

/** A link around a part of a drawing; the part alone when there is nowhere to go. */
export const linked = (
  href: string | undefined,
  { name, parts }: { readonly name: string; readonly parts: readonly string[] },
): string =>
  href === undefined
    ? element("g", {}, [titleOf(name), ...parts])
    : element("a", { href, tabindex: "-1" }, [titleOf(name), ...parts]);

const fontSize = 12;

/** The width of text in a font whose signs are equally wide. */
export const widthOf = (text: string): number => signsOf(text) * fontSize * 0.605;

const signsOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) => sum + (/[\u1100-\uffdc\u{1f000}-\u{3ffff}]/u.test(sign) ? 2 : 1),
    0,
  );

/** The beginning of a text that is too long. */
export function shorten(text: string, length: number): string {
  const signs = Array.from(trimmedLine(text));
  return signs.length <= length ? signs.join("") : `${signs.slice(0, length - 1).join("")}…`;
}
