import type { GanttTask } from "#render/diagram/gantt.ts";
import { ganttSvg } from "#render/diagram/gantt-svg.ts";
import { SyntaxValidator } from "fast-xml-validator";
import { describe, expect, test } from "vitest";
import { hostile } from "../../support/hostile.ts";

const task = (name: string, days: readonly [string, string], over: Partial<GanttTask> = {}) => ({
  name,
  start: Date.parse(days[0]),
  end: Date.parse(days[1]),
  kind: "task" as const,
  ...over,
});

const draw = (tasks: readonly GanttTask[], text = "Etapa"): string =>
  ganttSvg(
    {
      title: "Cronograma",
      description: "O que vem quando.",
      sections: [{ name: text, tasks }],
      legend: [{ kind: "window", text: "janela" }],
    },
    (href) => href.replace(".md", ".html"),
  );

describe("the timeline as an image", () => {
  test("a bar begins on its day, and lasts as long as what it shows", () => {
    const svg = draw([
      task("a", ["2026-02-02", "2026-02-03"]),
      task("b", ["2026-02-04", "2026-02-08"], { kind: "window", href: "b.md" }),
    ]);
    const [a, b] = [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" [^>]*width="([\d.]+)"/g)].map(
      ([, kind, x, width]) => ({ kind, x: Number(x), width: Number(width) }),
    );
    expect([a?.kind, b?.kind]).toEqual(["task", "window"]);
    expect(b!.width / a!.width).toBeCloseTo(4, 1);
    expect((b!.x - a!.x) / a!.width).toBeCloseTo(2, 1);
    expect(svg).toContain('<a href="b.html" tabindex="-1"><title>b</title>');
    expect(svg).toContain(">02/02</text>");
  });

  test("the scale names at most a dozen days, whatever the time between", () => {
    for (const end of ["2026-02-03", "2026-06-01", "2031-01-01", "9999-12-31"]) {
      const svg = draw([task("a", ["2026-02-02", end])]);
      expect(svg.match(/>\d\d\/\d\d<\/text>/g)?.length).toBeLessThanOrEqual(12);
    }
  });

  test.each(hostile)("%j as a title stays text", (text) => {
    const days = ["2026-02-02", "2026-02-02"] as const;
    const svg = draw([task(text, days, { kind: "milestone", href: text })], text);
    expect(SyntaxValidator.validate(svg)).toBe(true);
    expect(svg.match(/<(?:script|img|b|svg)\b/g)).toEqual(["<svg"]);
  });
});
