import { describe, expect, test } from "vitest";
import { layoutOf, mergeChangelog } from "../../generator/render/changelog-file/merge-changelog.ts";

const section = (version: string, tag = `v${version}`) => ({
  tag,
  version,
  markdown: `## ${tag === `v${version}` ? version : tag}\n\n- made\n`,
});
const begin = "<!-- rastro:begin changelog -->";
const end = "<!-- rastro:end -->";

const merge = (existing: string, ...versions: readonly string[]) =>
  mergeChangelog(
    existing,
    versions.map((version) => section(version)),
    "CHANGELOG.md",
  );

describe("a committed changelog", () => {
  test.each([
    "## [1.1.0](https://x.example/compare/v1.0.0...v1.1.0) (2026-01-02)",
    "## [1.1.0] - 2026-01-02",
    "## v1.1.0",
    "# Version 1.1.0 🎉",
    "### <small>1.1.0</small>",
  ])("keeps what was written below `%s`, and puts newer releases above it", (heading) => {
    const prose =
      "# Mudanças\r\n\r\nProsa.\r\n\r\n```\r\n## 9.9.9\r\n```\r\n\r\n## [Unreleased]\r\n\r\n- à mão\r\n\r\n";
    const old = `${heading}\r\n\r\n- à mão\r\n`;
    const { value } = merge(prose + old, "1.2.0", "1.1.0", "1.0.0");
    expect(value).toBe(
      `${prose}${begin}\r\n\r\n## 1.2.0\r\n\r\n- made\r\n\r\n${end}\r\n\r\n${old}`,
    );
    expect(merge(value, "1.2.0", "1.1.0", "1.0.0").value).toBe(value);
    expect(merge(value, "1.3.0", "1.2.0", "1.1.0").value).toContain("## 1.3.0\r\n");
  });

  test("a release that somebody describes above the marks gets no second section", () => {
    const text = `# Mudanças\n\n## 2.0.0\n\n- à mão\n\n${begin}\n${end}\n`;
    const { value } = merge(text, "2.0.0", "1.0.0");
    expect(value.match(/## .*/g)).toEqual(["## 2.0.0", "## 1.0.0"]);
  });

  test("packages are told apart by their tags", () => {
    const text = `# Mudanças\n\n## um@1.0.0\n\n- à mão\n`;
    const sections = [section("1.0.0", "dois@1.0.0"), section("1.0.0", "um@1.0.0")];
    const { value } = mergeChangelog(text, sections, "CHANGELOG.md");
    expect(value.match(/## .*/g)).toEqual(["## dois@1.0.0", "## um@1.0.0"]);
  });

  test.each([
    [`${begin}\n`, 1],
    [`x\n${end}\n${begin}\n`, 3],
    [`${begin}\n${end}\n${begin}\n`, 3],
    [`${begin}\n${end}\n${end}\n`, 3],
  ])("stays as it is when its marks are no pair", (text, line) => {
    const { value, diagnostics } = merge(text, "1.0.0");
    expect(value).toBe(text);
    expect(diagnostics.map(({ code, line: at }) => [code, at])).toEqual([
      ["render/region-marks", line],
    ]);
  });

  test("has the layout of what people wrote, not of what was made", () => {
    expect(layoutOf("# x\n\n### Added\n")).toBe("kept");
    expect(layoutOf("# x\n\nhttps://keepachangelog.com/pt-BR/1.1.0/\n")).toBe("kept");
    expect(layoutOf("# x\n\n### Features\n")).toBe("conventional");
    expect(layoutOf(`# x\n\n${begin}\n### Added\n${end}\n`)).toBe("conventional");
  });
});
