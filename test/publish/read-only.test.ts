import { planPublication, publish } from "#publish/index.ts";
import { targets } from "#model/pages/page.ts";
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.ts";

const nobody = 65_534;
const isRoot = process.geteuid?.() === 0;

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
});

function publishAll(out: string, content: string) {
  const page = { path: "md/a.md", target: "pages", content } as const;
  const plan = planPublication([page], out, { targets });
  const published = plan.value && publish(plan.value);
  return [...plan.diagnostics, ...(published?.diagnostics ?? [])].map(({ code }) => code);
}

test("an output that may not be written is one finding, and nothing stays beside it", () => {
  const root = temporaryFolder();
  const out = join(root, "out");
  // Nothing is forbidden to root.
  if (isRoot) {
    chownSync(root, nobody, nobody);
    process.seteuid?.(nobody);
  }
  expect(publishAll(out, "# A\n")).toEqual([]);
  chmodSync(out, 0o555);
  expect(publishAll(out, "# B\n")).toEqual(["publish/disk-refused"]);
  expect(readdirSync(root)).toEqual(["out"]);
  chmodSync(out, 0o755);
  expect(publishAll(out, "# B\n")).toEqual([]);
});
