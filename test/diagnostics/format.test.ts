import { formatFinding } from "#diagnostics/index.ts";
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
