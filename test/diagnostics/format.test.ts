import { diagnose, formatFinding, toFinding } from "#diagnostics/index.ts";
import { expect, test } from "vitest";

test("a name cannot move the cursor, hide what follows or begin a line of its own", () => {
  const text = formatFinding(
    {
      code: "sources/x",
      severity: "error",
      file: "docs/a\nb.md",
      line: 3,
      message: "`\u001b[2J` \u202e",
      suggestions: ["c\r"],
      related: [{ file: "d\u0007", message: "e" }],
    },
    "en",
  );
  expect(text).toBe(
    "docs/a\\nb.md:3 error `\\u{1b}[2J` \\u{202e} [sources/x]\n  did you mean `c\\u{d}`?\n  d\\u{7} e",
  );
});

test("what the system refuses is said in words, with what to do", () => {
  const refused = diagnose("publish/disk-refused", { path: "out", reason: "EACCES" });
  expect(toFinding(refused, "en")).toMatchObject({
    message: "`out` cannot be written: permission is denied",
    hint: "let the current user write to it and to the folder it lies in",
  });
  expect(toFinding(refused, "pt-BR").message).toBe("`out` não pode ser gravado: sem permissão");
  const unknown = diagnose("publish/disk-refused", { path: "out", reason: "EXYZ" });
  expect(toFinding(unknown, "en").message).toBe("`out` cannot be written: `EXYZ`");
});
