import { stepChartFigure } from "#render/diagram/step-chart.ts";
import { SyntaxValidator } from "fast-xml-validator";
import { expect, test } from "vitest";
import { hostile } from "../../support/hostile.ts";

const chart = (names: readonly string[]) =>
  stepChartFigure({
    title: "Migrações",
    description: "O que cada uma faz.",
    above: ["cria", "altera"],
    below: "remove",
    steps: names.map((name, index) => ({ name, above: [index, 1], below: index % 2, href: name })),
  });

test("a bar for each step, as high as what it makes and changes", () => {
  const { mermaid, svg } = chart(["a.md", "b.md", "c.md"]);
  expect(mermaid).toBe("xychart-beta\n  x-axis 1 --> 3\n  bar [1, 2, 3]");
  const drawn = svg((href) => href.replace(".md", ".html"));
  expect([...drawn.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    "a.html",
    "b.html",
    "c.html",
  ]);
  const heights = [...drawn.matchAll(/class="made" [^>]*height="([\d.]+)"/g)].map(([, height]) =>
    Number(height),
  );
  expect(heights).toEqual([12, 30, 60]);
});

test("very many steps share bars, and none is lost", () => {
  const { mermaid } = chart(Array.from({ length: 1001 }, (_, index) => `m${index}`));
  const bars = /\[(.*)\]/.exec(mermaid)![1]!.split(", ").map(Number);
  expect(bars.length).toBeLessThanOrEqual(120);
  expect(bars.reduce((sum, each) => sum + each, 0)).toBe(1001 + (1000 * 1001) / 2);
});

test("names that want to be more stay names", () => {
  const drawn = chart(hostile).svg((href) => href);
  expect(SyntaxValidator.validate(drawn)).toBe(true);
  expect(drawn).not.toMatch(/<(?:script|img|b)\b/);
});
