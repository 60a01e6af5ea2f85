import { describe, expect, test } from "vitest";
import { checkFolder } from "#cli/links/check-folder.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { linkCases } from "../../support/link-cases.ts";

/** What is found in a folder, as `file:line:column code`. */
async function foundIn(files: Readonly<Record<string, string>>) {
  const run = await checkFolder({ folder: temporaryFolder(files), language: "en" });
  if (!("root" in run)) throw new Error("no folder");
  return run.diagnostics.map(({ code, file, line, column, severity }) => ({
    code,
    place: [file === "guia.md" ? undefined : file, line, column].filter(Boolean).join(":"),
    severity,
  }));
}

describe("the classes in which link checkers differ", () => {
  test.each(linkCases.filter(({ code }) => code === undefined))(
    "$name is right",
    async ({ files }) => {
      const found = (await foundIn(files)).filter(({ severity }) => severity !== "info");
      expect(found).toEqual([]);
    },
  );

  test.each(linkCases.filter(({ code }) => code !== undefined))(
    "$name is found where it is written",
    async ({ files, code, place, isNote = false }) => {
      const found = (await foundIn(files)).filter((each) => each.place === place);
      expect(found.map((each) => each.code)).toContain(code);
      const isFound = found.some(({ severity }) => severity !== "info");
      expect(isFound).toBe(!isNote);
    },
  );

  test("are found under their own codes", () => {
    const found = linkCases.flatMap(({ code }) => code ?? []);
    expect([...new Set(found)].sort()).toEqual([
      "verify/accent-variant-anchor",
      "verify/backslash",
      "verify/directory-without-index",
      "verify/empty-fragment",
      "verify/empty-link",
      "verify/leaves-folder",
      "verify/malformed-encoding",
      "verify/missing-anchor",
      "verify/missing-file",
      "verify/missing-image",
      "verify/orphan-page",
      "verify/other-unicode-form",
      "verify/private-host",
      "verify/refused-scheme",
      "verify/repeated-anchor",
      "verify/undefined-footnote",
      "verify/undefined-reference",
      "verify/unstable-anchor",
      "verify/wrong-case",
      "verify/wrong-case-anchor",
    ]);
  });
});
