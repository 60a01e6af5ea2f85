import { loadTemplates } from "#config/index.ts";
import { describe, expect, test } from "vitest";

const css = loadTemplates().site.find(({ path }) => path === "site.css")?.content ?? "";

/** The colours of one scheme, by their names. */
function tokens(scheme: "light" | "dark"): Readonly<Record<string, string>> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return Object.fromEntries(
    [...pairs].map(([, name = "", light = "", dark = ""]) => [
      name,
      scheme === "light" ? light : dark,
    ]),
  );
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("in the %s scheme", (scheme) => {
  const colours = tokens(scheme);

  test.each(
    ["ink", "muted", "accent"].flatMap((text) =>
      ["paper", "surface", "accent-soft"].map((ground) => [text, ground] as const),
    ),
  )("%s can be read on %s", (text, ground) => {
    expect(contrast(colours[text]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["good", "bad", "warn", "busy", "open"])("what is %s can be read, and told", (tone) => {
    for (const ground of ["paper", "surface", `${tone}-soft`]) {
      expect(contrast(colours[tone]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("the words of a language can be read in code", () => {
    expect(contrast(colours["word"]!, colours["surface"]!)).toBeGreaterThanOrEqual(4.5);
  });

  test("lines that carry meaning can be seen", () => {
    expect(contrast(colours["strong-line"]!, colours["paper"]!)).toBeGreaterThanOrEqual(3);
  });
});

test("the theme fetches nothing", () => {
  expect(css).not.toMatch(/@import|url\(/);
});
