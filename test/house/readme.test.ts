import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const readme = readFileSync(join(repository, "README.md"), "utf8");

test("the README names every room of the generator, and no other", () => {
  const rooms = readdirSync(join(repository, "generator"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const [, table = ""] = /rastro:begin folders path=generator([^]*?)rastro:end/.exec(readme) ?? [];
  const named = [...table.matchAll(/^\| `(\w+)` +\| \S/gm)].map(([, name]) => name).sort();
  expect(named).toEqual(rooms);
});

test("there are at most twelve rooms", () => {
  const rooms = readdirSync(join(repository, "generator"), { withFileTypes: true });
  expect(rooms.filter((entry) => entry.isDirectory()).length).toBeLessThanOrEqual(12);
});
