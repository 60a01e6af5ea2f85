import { diagnose, type Diagnostic, type Finding, toFinding } from "#diagnostics/index.ts";
import { type FindingsReport, outputs } from "#diagnostics/outputs/index.ts";
import { outputNames } from "#diagnostics/outputs/names.ts";
import { describe, expect, test } from "vitest";
import { schemaErrors } from "../../support/published-schema.ts";

const reportOf = (
  diagnostics: readonly Diagnostic[],
  more: Partial<FindingsReport> = {},
): FindingsReport => ({
  findings: diagnostics.map((each) => toFinding(each, "pt-BR")),
  language: "pt-BR",
  tool: { name: "rastro", version: "1.2.3" },
  base: "docs",
  subject: "rastro.config.yaml",
  lines: ["1 erro"],
  lineOf: () => "é à [x](Guia.md)",
  ...more,
});

const wrongCase = diagnose(
  "verify/wrong-case",
  { url: "Guia.md" },
  {
    location: { file: "a, b: ç.md", line: 3, column: 5 },
    target: "Guia.md",
    suggestions: ["guia.md"],
    fix: { line: 3, column: 9, endColumn: 16, text: "guia.md" },
    related: [{ file: "../guia.md", line: 1, message: "aqui" }],
  },
);
const everything: readonly Diagnostic[] = [
  wrongCase,
  { ...wrongCase, line: 4, severity: "info", baselined: true },
  diagnose(
    "verify/private-host",
    { url: "http://localhost" },
    { location: { file: "x.md", line: 1 } },
  ),
  diagnose("verify/nothing-checked", { pages: 2 }),
  diagnose(
    "verify/broken-redirect",
    { from: "/a", to: "/b", problem: "nothing" },
    { severity: "warning" },
  ),
];
const hostile = toFinding(wrongCase, "en");

describe("every output", () => {
  const withSchema = outputNames.filter((name) => name !== "github");

  test.each(withSchema)("%s is what its schema says, with findings and without", (name) => {
    for (const diagnostics of [everything, []]) {
      expect(schemaErrors(name, outputs[name](reportOf(diagnostics)))).toEqual([]);
    }
  });

  test.each(withSchema)("%s stays whole whatever a file and a link are called", (name) => {
    const odd = `"]]>\u0000\u001b[2J<b>&amp;\ud800\u2028\r\n::error::`;
    const finding: Finding = {
      ...hostile,
      file: `${odd}.md`,
      message: odd,
      hint: odd,
      target: odd,
    };
    const written = outputs[name](reportOf([], { findings: [finding] }));
    expect(schemaErrors(name, written)).toEqual([]);
  });

  test.each(withSchema)("%s is the same bytes for the same findings", (name) => {
    expect(outputs[name](reportOf(everything))).toBe(outputs[name](reportOf(everything)));
  });
});

describe("SARIF", () => {
  const { runs } = JSON.parse(outputs.sarif(reportOf(everything))) as {
    runs: [{ tool: { driver: { rules: unknown[] } }; results: Record<string, unknown>[] }];
  };
  const [{ tool, results }] = runs;

  test("carries the fix, the place from the root of the repository, and related places", () => {
    expect(results[0]).toMatchObject({
      ruleId: "verify/wrong-case",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "docs/a%2C%20b%3A%20%C3%A7.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
      relatedLocations: [{ physicalLocation: { artifactLocation: { uri: "guia.md" } } }],
      fixes: [
        {
          artifactChanges: [
            {
              replacements: [
                {
                  deletedRegion: { startLine: 3, startColumn: 9, endColumn: 16 },
                  insertedContent: { text: "guia.md" },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("tells rules by code and by their number in the link catalogue", () => {
    expect(tool.driver.rules).toContainEqual(
      expect.objectContaining({ id: "verify/wrong-case", properties: { tags: ["L002"] } }),
    );
  });

  test("says of what a baseline lists that it is unchanged and suppressed", () => {
    expect(results[1]).toMatchObject({
      baselineState: "unchanged",
      suppressions: [{ kind: "external" }],
      level: "note",
    });
    expect(results[0]).not.toHaveProperty("suppressions");
  });
});

describe("fingerprints", () => {
  const fingerprintsOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
    (JSON.parse(outputs.gitlab(reportOf(diagnostics))) as { fingerprint: string }[]).map(
      ({ fingerprint }) => fingerprint,
    );

  test("stay when lines move, and tell two links of one file apart", () => {
    const [first, second] = fingerprintsOf([wrongCase, { ...wrongCase, line: 4 }]);
    expect(fingerprintsOf([{ ...wrongCase, line: 40 }])).toEqual([first]);
    expect(second).not.toBe(first);
  });
});

describe("GitHub annotations", () => {
  test("escape what would end a value, and name the place", () => {
    const [line] = outputs
      .github(reportOf([{ ...wrongCase, suggestions: ["50%\r\n::x"] }]))
      .split("\n");
    expect(line).toBe(
      "::error file=docs/a%2C b%3A ç.md,line=3,col=5,title=verify/wrong-case::" +
        "o link `Guia.md` difere do destino em maiúsculas e minúsculas%0A→ 50%25%0D%0A::x",
    );
  });

  test("are ten of a kind; the rest are lines that no name turns into a command", () => {
    const many = Array.from({ length: 12 }, (_, index): Finding => ({
      ...hostile,
      line: index + 1,
      file: "::stop-commands::x",
      message: "##[error]x\n::error::y",
    }));
    const lines = outputs.github(reportOf([], { findings: many, base: "" })).split("\n");
    expect(lines.filter((each) => each.startsWith("::error "))).toHaveLength(10);
    const others = lines.slice(10);
    expect(others).toEqual([
      "::group::…",
      "error ::stop-commands::x:11:5 ## [error]x ::error::y [verify/wrong-case]",
      "error ::stop-commands::x:12:5 ## [error]x ::error::y [verify/wrong-case]",
      "::endgroup::",
      "1 erro",
    ]);
  });

  test("leave notes out, which would take the place of what matters", () => {
    expect(outputs.github(reportOf(everything))).not.toContain("localhost");
  });
});

describe("reviewdog", () => {
  test("counts columns in bytes of UTF-8", () => {
    const { diagnostics } = JSON.parse(outputs.rdjson(reportOf([wrongCase]))) as {
      diagnostics: unknown[];
    };
    expect(diagnostics[0]).toMatchObject({
      location: { path: "docs/a, b: ç.md", range: { start: { line: 3, column: 7 } } },
      suggestions: [{ range: { start: { column: 11 }, end: { column: 18 } }, text: "guia.md" }],
    });
  });

  test("leaves the column out where the line cannot be read", () => {
    const written = outputs.rdjson(reportOf([wrongCase], { lineOf: () => undefined }));
    expect(written).not.toContain("column");
  });
});

describe("JUnit", () => {
  test("fails for errors alone, and one case passes when nothing is found", () => {
    const written = outputs.junit(reportOf(everything));
    expect(written).toContain(
      '<testsuites name="rastro" tests="5" failures="2" errors="0" skipped="3"',
    );
    expect(outputs.junit(reportOf([]))).toContain('tests="1" failures="0"');
  });
});
