import { readHtml } from "#verify/read-html.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const read = (html: string) => {
  const { links, anchors } = readHtml(html);
  return [...links.map(({ url }) => url), ...anchors.map((anchor) => `#${anchor}`)];
};

describe("links and anchors are read from HTML", () => {
  test.each([
    ["in double quotes", '<a href="x.html" id="i">', ["x.html", "#i"]],
    ["in single quotes", "<a href='x.html'>", ["x.html"]],
    ["without quotes", "<a href=x.html>", ["x.html"]],
    ["in capitals", '<A HREF="x.html">', ["x.html"]],
    ["with space around the sign", '<a\n href = "x.html" >', ["x.html"]],
    ["after an attribute without a value", '<a download href="x.html">', ["x.html"]],
    ["after a value that looks like a tag", '<a title="<b> >" href="x.html">', ["x.html"]],
    ["in a tag that closes itself", '<img src="x.png"/>', ["x.png"]],
    ["with character references", '<a href="x.html?a=1&amp;b=2">', ["x.html?a=1&b=2"]],
    ["of several sizes", '<img srcset="a.png 1x, b.png 2x">', ["a.png", "b.png"]],
    ["empty", '<a href="">', [""]],
  ])("%s", (_, html, found) => {
    expect(read(html)).toEqual(found);
  });
});

describe("what only looks like a link is none:", () => {
  test.each([
    ["text", 'href="x.html" &lt;a href="x.html"&gt;'],
    ["a comment", '<!-- <a href="x.html"> -->'],
    ["a comment without an end", '<!-- <a href="x.html">'],
    ["the title", '<title><a href="x.html"></title>'],
    ["a script", "<script>'<a href=\"x.html\">'</SCRIPT>"],
    ["an end tag", '</a href="x.html">'],
    ["a number that is smaller", '1 <2 href="x.html"'],
    ["another attribute", '<a data-href="x.html" title="href=\'y\'">'],
  ])("%s", (_, html) => {
    expect(read(html)).toEqual([]);
  });
});

test("the place of a link is that of its tag", () => {
  const places: number[] = [];
  readHtml('<p>\n<a class="c"\nhref="x.html">', places);
  expect(places).toEqual([4]);
});

test("any text is read to its end", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "=",
    " ",
    "a",
    "href",
    "/",
    "!--",
    "-->",
    "id",
  );
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      expect(Array.isArray(readHtml(parts.join("")).links)).toBe(true);
    }),
  );
});
