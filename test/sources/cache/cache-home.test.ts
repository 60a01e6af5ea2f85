import { cacheHome } from "#sources/cache/cache-home.ts";
import { openCache } from "#sources/cache/open-cache.ts";
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

describe("where rastro remembers", () => {
  const home = (root: string, environment: Readonly<Record<string, string>>) =>
    cacheHome(root, environment);

  test("in node_modules, where a project has one of its own", () => {
    const root = temporaryFolder({ "node_modules/.keep": "" });
    expect(home(root, { HOME: "/home/ana" })).toBe(join(root, "node_modules/.cache/rastro"));
  });

  test("among the user's caches, by the project's place, where it has none or shares one", () => {
    const [root, other, shared] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    symlinkSync(shared, join(root, "node_modules"));
    const environment = { HOME: "/home/ana", XDG_CACHE_HOME: "/var/cache/ana" };
    expect(home(root, environment)).toMatch(/^\/var\/cache\/ana\/rastro\/rastro-\w+-[0-9a-f]{12}$/);
    expect(home(root, environment)).not.toBe(home(other, environment));
    expect(home(root, { HOME: "/home/ana", XDG_CACHE_HOME: "relative" })).toMatch(/^\/home\/ana\//);
  });

  test("where the environment says, and nowhere when it says so or knows no home", () => {
    const root = temporaryFolder({ "node_modules/.keep": "" });
    expect(home(root, { RASTRO_CACHE: "/var/rastro" })).toMatch(/^\/var\/rastro\/rastro-/);
    expect(home(root, { RASTRO_CACHE: "../caches" })?.startsWith(join(root, "../caches"))).toBe(
      true,
    );
    expect(home(root, { RASTRO_CACHE: "off", HOME: "/home/ana" })).toBeUndefined();
    expect(home(temporaryFolder(), {})).toBeUndefined();
  });
});

describe("what was not used for long", () => {
  const long = new Date("2020-01-01T00:00:00Z");

  test("answers beyond the eighth go, the oldest first", () => {
    const caches = temporaryFolder();
    vi.stubEnv("RASTRO_CACHE", caches);
    const root = temporaryFolder();
    const ask = (question: number) => openCache<number>(root, "x", [String(question)]);
    ask(0).write(0, []);
    const folder = cacheHome(root)!;
    utimesSync(join(folder, readdirSync(folder)[0]!), long, long);
    for (let question = 1; question < 9; question++) ask(question).write(question, []);
    expect(Array.from({ length: 9 }, (_, question) => ask(question).read())).toEqual([
      undefined,
      ...[1, 2, 3, 4, 5, 6, 7, 8],
    ]);
  });

  test("other projects go after a season, and nothing that is not ours", () => {
    const caches = temporaryFolder();
    vi.stubEnv("RASTRO_CACHE", caches);
    for (const name of ["old-0123456789ab", "new-0123456789ab", "not-ours"]) {
      mkdirSync(join(caches, name));
      writeFileSync(join(caches, name, "a.json"), "");
      if (!name.startsWith("new")) utimesSync(join(caches, name, "a.json"), long, long);
    }
    openCache<number>(temporaryFolder(), "x", []).write(1, []);
    const kept = readdirSync(caches).filter((name) => !name.startsWith("rastro-"));
    expect(kept.sort()).toEqual(["new-0123456789ab", "not-ours"]);
  });
});
