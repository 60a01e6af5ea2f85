import { describe, expect, test } from "vitest";
import { readProgramme } from "../../../../generator/sources/programme/index.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const first = `syncs:
  - { id: Y1, title: Primeira, start: 2026-02-07T10:00:00Z, status: held, discussion: [Prazos] }
decisions:
  - { id: D1, title: Seguir, status: accepted, raised-in: Y1 }
actions:
  - { id: A1, title: Medir, owner: Ana, status: open, raised-in: Y1 }
`;

const second = (digest: string) => `syncs:
  - id: Y2
    title: Segunda
    start: 2026-02-08T10:00:00Z
    status: scheduled
    previous: { sync: Y1, digest: "${digest}" }
`;

const read = async (texts: Readonly<Record<string, string>>) => {
  const root = temporaryFolder(texts);
  const { value, diagnostics } = await readProgramme({
    root,
    entries: [{ path: ".", foreign: false }],
  });
  const digests = value.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === "sync" ? [fact.item.attributes.digest] : [],
  );
  return { digests, diagnostics };
};

const sealed = async (): Promise<string> => (await read({ "1.yaml": first })).digests[0] ?? "none";

/** What is said when the first minutes read `after` instead of `before` once they are sealed. */
const afterEdit = async (before: string, after: string) => {
  const text = first.replace(before, after);
  expect(text).not.toBe(first);
  const files = { "1.yaml": text, "2.yaml": second(await sealed()) };
  return (await read(files)).diagnostics.map(({ code, file, line }) => [code, file, line]);
};

const broken = [["sources/programme-minutes-changed", "2.yaml", 6]];

describe("minutes that a later meeting has sealed", () => {
  test("only a meeting that was held has a digest", async () => {
    expect(await sealed()).toMatch(/^sha256:[0-9a-f]{64}$/);
    const { digests } = await read({ "1.yaml": first.replace("held", "scheduled") });
    expect(digests).toEqual([undefined]);
  });

  test("show an edit of what was discussed, at the seal", async () => {
    expect(await afterEdit("[Prazos]", "[Prazos, Custos]")).toEqual(broken);
  });

  test("show an edit of a decision, and an action that was added or removed", async () => {
    expect(await afterEdit("status: accepted", "status: proposed")).toEqual(broken);
    expect(await afterEdit("title: Medir", "title: Esquecer")).toEqual(broken);
    expect(await afterEdit(", raised-in: Y1 }\nactions", " }\nactions")).toEqual(broken);
  });

  test("stay whole when an action is done, or the file is laid out anew", async () => {
    expect(await afterEdit("status: open", "status: done")).toEqual([]);
    expect(await afterEdit("status: held, ", "discussion: [Prazos], status: held }\n#")).toEqual(
      [],
    );
  });

  test("a seal on a meeting that was not held is broken", async () => {
    expect(await afterEdit("status: held", "status: cancelled")).toEqual(broken);
  });
});
