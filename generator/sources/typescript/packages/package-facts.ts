import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import type { CodeListing } from "./list-code.ts";

/** The packages, their modules, and which of them build on which. */
export function packageFacts({ packages, files }: CodeListing): readonly Fact[] {
  const known = new Set(packages.map(({ name }) => name));
  const items = packages.map(({ name, folder, location, description }) =>
    itemFact({
      kind: "package",
      id: itemId("package", name),
      title: name,
      location,
      ...(description && { description }),
      attributes: { folder },
    }),
  );
  const orders = packages.flatMap(({ name, dependencies, location }) =>
    [...new Set(dependencies)]
      .filter((each) => known.has(each) && each !== name)
      .map((each) =>
        referenceFact({
          from: itemId("package", name),
          role: "uses",
          to: itemId("package", each),
          location,
        }),
      ),
  );
  const parts = files.flatMap(({ path, module, package: owner }) =>
    owner === undefined
      ? []
      : referenceFact({
          from: itemId("module", module),
          role: "part-of",
          to: itemId("package", owner),
          location: { file: path, line: 1 },
        }),
  );
  return [...items, ...orders, ...parts];
}
