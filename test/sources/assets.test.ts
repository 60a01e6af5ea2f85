import { expect, test } from "vitest";
import { readSources } from "#sources/index.ts";
import { sourceNames } from "#model/settings.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a file that some system cannot hold is reported at the link, once", async () => {
  const root = temporaryFolder({
    "docs/guide.md": "# Guide\n\n[plan](./a:b.pdf) and\n[again](./a:b.pdf), [good](plan.pdf)\n",
    "docs/a:b.pdf": "plan",
    "docs/plan.pdf": "plan",
  });
  const empty = Object.fromEntries(sourceNames.map((name) => [name, []]));
  const sources = { ...empty, pages: [{ path: "docs", foreign: false }] } as never;
  const { diagnostics } = await readSources({ root }, { name: "", title: "", sources });
  expect(diagnostics).toMatchObject([
    {
      code: "sources/unsafe-file-name",
      args: { path: "docs/a:b.pdf", defect: "character" },
      file: "docs/guide.md",
      line: 3,
      column: 1,
    },
  ]);
});
