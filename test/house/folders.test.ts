import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

test("a folder of the generator holds at most fifteen files", () => {
  const files = readdirSync(join(repository, "generator"), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile());
  const counts = Map.groupBy(files, ({ parentPath }) => parentPath);
  const crowded = [...counts].filter(([, inside]) => inside.length > 15).map(([folder]) => folder);
  expect(crowded).toEqual([]);
});
