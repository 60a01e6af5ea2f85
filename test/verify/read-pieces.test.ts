import { readHtml } from "#verify/read-html.ts";
import { htmlReader } from "#verify/read-pieces.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const markup = [
  ...["<", ">", "</", "<!", "--", "-->", '"', "'", "=", " ", "/", "\n", "text", "a", "&lt;"],
  ...['<a href="x.html">', '<a id="x">', "</a>", "<title>", "</title>", "<!--", "<p", "href=y"],
];

test("HTML that is cut anywhere says the same as in one piece", () => {
  const pages = fc.array(fc.array(fc.string({ unit: fc.constantFrom(...markup), maxLength: 8 })));
  fc.assert(
    fc.property(pages, (all) => {
      const read = htmlReader();
      for (const pieces of all) {
        const whole = readHtml(pieces.join(""));
        const { parts, anchors } = read(pieces);
        const links = parts.flatMap((part) => part.links.map(({ url }) => url));
        expect(links).toEqual(whole.links.map(({ url }) => url));
        expect(anchors).toEqual(whole.anchors);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a piece that pages share is read once, and its links have their lines on each page", () => {
  const read = htmlReader();
  const shared = '<ul>\n<li><a href="a.html">a</a></li>\n</ul>\n';
  const [first, second] = [read(["<p>\n", shared]), read(["<p>\n\n\n</p>\n", shared])];
  expect(first.parts[0]).toBe(second.parts[0]);
  const [link] = first.parts[0]?.links ?? [];
  expect(link && [first.lineOf(link), second.lineOf(link)]).toEqual([3, 6]);
});
