import { expect, test } from "vitest";
import { joinLinks } from "#markdown/index.ts";

const joined = (text: string): string =>
  joinLinks({ text, location: { file: "api.yaml", line: 1 } }, "https://example.com/docs/").text;

test.each([
  ["[a](/b)", "[a](https://example.com/b)"],
  [
    "[a](b#c) and [d](../e?f)",
    "[a](https://example.com/docs/b#c) and [d](https://example.com/e?f)",
  ],
  ['[/b](/b "not /b")', '[/b](https://example.com/b "not /b")'],
  ["[a][b]\n\n[b]: /c", "[a][b]\n\n[b]: https://example.com/c"],
])("links without a host lead to the site that they were written for: %j", (text, expected) => {
  expect(joined(text)).toBe(expected);
});

test.each([
  "[a](https://example.org/b)",
  "[a](//example.org/b)",
  "[a](mailto:a@example.org)",
  "[a](#b)",
  "![a](b.png)",
  "`[a](/b)`",
  "[[OPT1]]",
  "no link at all",
])("what is no such link stays as it is: %j", (text) => {
  expect(joined(text)).toBe(text);
});
