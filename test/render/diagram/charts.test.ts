import { heatMapFigure } from "#render/diagram/heat-map.ts";
import { lineChartFigure } from "#render/diagram/line-chart.ts";
import { targetChartFigure } from "#render/diagram/target-chart.ts";
import { SyntaxValidator } from "fast-xml-validator";
import { describe, expect, test } from "vitest";
import { hostile } from "../../support/hostile.ts";

const about = { title: "Título", description: "O que se vê." };
const toHtml = (href: string): string => href.replace(".md", ".html");

/** The numbers that an attribute of the elements of a class has, in order. */
const numbers = (svg: string, look: string, attribute: string): readonly number[] =>
  [...svg.matchAll(new RegExp(`class="${look}"[^>]* ${attribute}="([\\d.]+)"`, "g"))].map(
    ([, found]) => Number(found),
  );

describe("a line chart", () => {
  const chart = lineChartFigure({
    ...about,
    points: ["2026", "2027", "2028"],
    lines: [
      { name: "S", values: [1, 2, 4] },
      { name: "L", values: [undefined, 30, 170] },
    ],
    shown: (value) => `${value} GB`,
  });

  test("has a line for each series, on a scale of round numbers from 0", () => {
    const svg = chart.svg(toHtml);
    expect(chart.mermaid).toContain('line "L" [0, 30, 170]');
    expect(svg.match(/class="line line-\d"/g)).toHaveLength(2);
    for (const value of [0, 50, 100, 150, 200]) expect(svg).toContain(`>${value} GB</text>`);
  });

  test("shows no point where a series has no value, and says each in words", () => {
    const svg = chart.svg(toHtml);
    expect(svg.match(/<circle/g)).toHaveLength(5);
    expect(svg).toContain("<title>L, 2028: 170 GB</title>");
  });

  test("keeps the names of lines that end together apart", () => {
    const { svg } = lineChartFigure({
      ...about,
      points: ["a", "b"],
      lines: ["x", "y", "z"].map((name) => ({ name, values: [0, 1] })),
      shown: String,
    });
    const ends = [...svg(toHtml).matchAll(/<text x="[\d.]+" y="([\d.]+)">[xyz]</g)].map(([, y]) =>
      Number(y),
    );
    expect(ends).toHaveLength(3);
    expect(Math.abs(ends[0]! - ends[1]!)).toBeGreaterThanOrEqual(15);
    expect(Math.abs(ends[1]! - ends[2]!)).toBeGreaterThanOrEqual(15);
  });
});

test("a bar goes as far as was reached of its target, and twice the target at most", () => {
  const target = { name: "a", href: "a.md", text: "b", look: "good" } as const;
  const { mermaid, svg } = targetChartFigure({
    ...about,
    targets: [0.5, 1, 9, -1].map((share) => ({ ...target, share })),
  });
  expect(mermaid).toContain("bar [50, 100, 200, 0]");
  const drawn = svg(toHtml);
  expect(numbers(drawn, "bar-good", "width")).toEqual([65, 130, 260, 2]);
  expect(drawn).toContain('<a href="a.html"');
});

test("in a heat map more is darker, nothing is plain, and the least is not nothing", () => {
  const { mermaid, svg } = heatMapFigure({
    ...about,
    columns: ["x", "y", "z"],
    rows: [{ name: "a", counts: [0, 1, 100] }],
  });
  expect(mermaid).toContain("bar [101]");
  const shades = [...svg(toHtml).matchAll(/class="heat heat-(\d)"/g)].map(([, shade]) => shade);
  expect(shades).toEqual(["0", "1", "4"]);
});

test("names that want to be more stay names in every chart", () => {
  const drawn = [
    lineChartFigure({
      ...about,
      points: hostile,
      lines: hostile.map((name) => ({ name, values: hostile.map((_, at) => at) })),
      shown: () => hostile[0]!,
    }),
    targetChartFigure({
      ...about,
      targets: hostile.map((name) => ({ name, href: name, share: 1, text: name, look: "bad" })),
    }),
    heatMapFigure({
      ...about,
      columns: hostile,
      rows: hostile.map((name) => ({ name, href: name, counts: hostile.map(() => 1) })),
    }),
  ].map(({ svg }) => svg(toHtml));
  for (const each of drawn) {
    expect(SyntaxValidator.validate(each)).toBe(true);
    expect(each).not.toMatch(/<(?:script|img|b)\b/);
  }
});
