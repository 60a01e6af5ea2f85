import { byDefault, type ComparedFacts } from "#model/schema/compared.ts";
import type { Item } from "#model/item.ts";
import type { Grant } from "#model/recorded.ts";

/** `leitor select*`: as the server is asked for it. */
const printGrants = (grants: readonly Grant[]): readonly string[] =>
  grants
    .flatMap(({ role, privileges, columns = [""], grantable = [] }) =>
      columns.flatMap((column) =>
        privileges.map((each) =>
          `${role} ${each}${grantable.includes(each) ? "*" : ""} ${column}`.trimEnd(),
        ),
      ),
    )
    .sort();

const withRights: ReadonlySet<string> = new Set([
  "table",
  "view",
  "materialized-view",
  "sequence",
  "function",
  "namespace",
]);

/** Who runs the migrations on the embedded server. */
const soleUser = "postgres";

/** Whose an object is, and what others may do with it. */
export function rightsOf({ kind, attributes }: Item): ComparedFacts {
  if (!withRights.has(kind)) return {};
  const { owner, grants = [] } = attributes as {
    readonly owner?: string;
    readonly grants?: readonly Grant[];
  };
  // What the owner is given it has already.
  const ofOthers = grants.filter(({ role }) => role !== (owner ?? soleUser));
  const isOfColumn = ({ columns }: Grant): boolean => columns !== undefined;
  return {
    owner: owner ?? soleUser,
    grants: printGrants(ofOthers.filter((each) => !isOfColumn(each))),
    "column grants": printGrants(ofOthers.filter(isOfColumn)),
  };
}

export const describeRole = ({ title, attributes }: Item<"role">) => ({
  name: title,
  facts: { options: attributes.options.toSorted(), memberOf: attributes.memberOf.toSorted() },
});

export const describeDefaults = ({ title, attributes }: Item<"default-privilege">) => ({
  name: title,
  facts: {
    grants: printGrants(
      attributes.grants.filter(({ role }) => role !== (attributes.creator ?? soleUser)),
    ),
  },
});

/** All that is documented is granted, and nothing more but for what the server gives by itself. */
export function isAllowed(model: ComparedFacts[string], server: ComparedFacts[string]): boolean {
  const [documented, found] = [listOf(model), listOf(server)];
  const granted = new Set(found.map((each) => each.replace(byDefault, "")));
  return (
    documented.every((each) => granted.has(each)) &&
    found.every((each) => each.startsWith(byDefault) || documented.includes(each))
  );
}

const listOf = (value: ComparedFacts[string]): readonly string[] =>
  value === undefined ? [] : typeof value === "string" ? [value] : value;
