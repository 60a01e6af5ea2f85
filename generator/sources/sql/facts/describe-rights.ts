import type { Grant as ModelGrant, Owned } from "#model/recorded.ts";
import type { Grant, Origin, OwnedEntry } from "../catalogue/entry.ts";
import { migrationId } from "./identify.ts";

/** Where a statement stands, as pages name it. */
export const placeOf = ({ migration, location }: Origin) => ({
  file: location.file,
  line: location.line ?? 1,
  migration: migrationId(migration),
});

/** Lists of rights are never changed, and many objects have theirs described again and again. */
const described = new WeakMap<readonly Grant[], readonly ModelGrant[]>();

export function describeGrants(grants: readonly Grant[]): readonly ModelGrant[] {
  const known = described.get(grants);
  if (known) return known;
  const made = groupGrants(grants);
  described.set(grants, made);
  return made;
}

/** Columns that a role may use alike are one entry. */
function groupGrants(grants: readonly Grant[]): readonly ModelGrant[] {
  const alike = Map.groupBy(grants, (grant) =>
    [
      grant.role,
      grant.column === undefined ? "all" : "columns",
      grant.privileges.join(),
      grant.grantable.join(),
    ].join("\0"),
  );
  return [...alike.values()].flatMap((group) => describeGrant(group));
}

function describeGrant(group: readonly Grant[]): readonly ModelGrant[] {
  const last = group.at(-1);
  if (last === undefined) return [];
  const { role, privileges, grantable, origin, byDefault } = last;
  const columns = group.flatMap(({ column }) => column ?? []);
  return [
    {
      role,
      privileges,
      ...(columns.length > 0 && { columns }),
      ...(grantable.length > 0 && { grantable }),
      ...(origin && {
        origin: { ...placeOf(origin), ...(byDefault === true && { byDefault: true as const }) },
      }),
    },
  ];
}

/** Whose an object is, and who else may use it. */
export function describeRights({
  owner,
  grants = [],
}: OwnedEntry): Pick<Owned, "owner" | "grants"> {
  return {
    ...(owner !== undefined && { owner }),
    ...(grants.length > 0 && { grants: describeGrants(grants) }),
  };
}
