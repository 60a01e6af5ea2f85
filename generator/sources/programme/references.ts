import { type ItemId, itemId } from "#model/item.ts";
import type { Reference } from "#model/fact.ts";
import { type LinkRole, linkRoles } from "#model/links/link-role.ts";
import type { Entry } from "./nouns/noun.ts";
import { type DataRecord, namesOf, placeOf, recordAt, recordsOf, textOf } from "./record.ts";

/** What a key says about the item that it names; a key means the same in every record. */
const roleOfKey: ReadonlyMap<string, LinkRole> = new Map<string, LinkRole>([
  ["programme", "part-of"],
  ["stage", "part-of"],
  ["part-of", "part-of"],
  ["owner", "owned-by"],
  ["owners", "owned-by"],
  ["by", "owned-by"],
  ["deciders", "owned-by"],
  ["support", "supported-by"],
  ["needs", "needs"],
  ["delivers", "delivers"],
  ["depends-on", "depends-on"],
  ["follows", "follows"],
  ["of", "assesses"],
  ["assesses", "assesses"],
  ["subject", "measures"],
  ["mitigates", "mitigates"],
  ["blocks", "blocks"],
  ["raised-in", "raised-in"],
  ["invited", "refers-to"],
  ["present", "attended-by"],
  ["absent", "refers-to"],
  ["accountable", "owned-by"],
  ["consulted", "supported-by"],
  ["informed", "refers-to"],
]);

/** Keys inside the entries of a list: the roles that must sign, the readers of a document. */
const rolesInLists: readonly { list: string; key: string; role: LinkRole }[] = [
  { list: "signatures", key: "role", role: "refers-to" },
  { list: "readers", key: "role", role: "refers-to" },
  { list: "entries", key: "owner", role: "owned-by" },
  { list: "waivers", key: "owner", role: "refers-to" },
  { list: "waivers", key: "issued-by", role: "refers-to" },
  { list: "waivers", key: "criterion", role: "refers-to" },
];

/** What a gate needs before. */
const required = ["gates", "checkpoints"];

/** What a record names, each at the value that names it. */
export function referencesOf(entry: Entry): readonly Reference[] {
  const { record } = entry;
  const from = itemId(entry.kind, entry.name);
  const byKey = Object.keys(record.value).flatMap((key) => {
    const role = roleOfKey.get(key);
    return role ? referTo(from, role, namesOf(record, key)) : [];
  });
  const inLists = rolesInLists.flatMap(({ list, key, role }) =>
    recordsOf(record, list).flatMap((part) => referTo(from, role, namesOf(part, key))),
  );
  const seal = recordAt(record.file, [...record.path, "previous"]);
  const sealed = seal ? referTo(from, "follows", namesOf(seal, "sync")) : [];
  const before = recordAt(record.file, [...record.path, "requires"]);
  const inRequires = required.flatMap((key) =>
    before ? referTo(from, "depends-on", namesOf(before, key)) : [],
  );
  // Elsewhere a role is what somebody is called; of a question it is who answers.
  const asked = entry.kind === "criterion" ? namesOf(record, "role") : [];
  const answers = referTo(from, "refers-to", asked);
  return [
    ...byKey,
    ...inLists,
    ...sealed,
    ...inRequires,
    ...answers,
    ...freeLinks(from, record),
    ...linkToParent(entry),
  ].map((reference) => (record.file.foreign ? { ...reference, foreign: true } : reference));
}

const referTo = (
  from: ItemId,
  role: LinkRole,
  names: ReturnType<typeof namesOf>,
): readonly Reference[] => names.map(({ name, location }) => ({ from, role, to: name, location }));

const isRole = (word: string): word is LinkRole => Object.hasOwn(linkRoles, word);

function freeLinks(from: ItemId, record: DataRecord): readonly Reference[] {
  return recordsOf(record, "links").flatMap((link) => {
    const role = textOf(link, "role") ?? "";
    const names = namesOf(link, "to");
    if (isRole(role)) return referTo(from, role, names);
    // Whether the project declares it is seen when all of its files are read.
    return referTo(from, "refers-to", names).map((each) => ({ ...each, declaredRole: role }));
  });
}

/** A criterion assesses what it is written in; needed and delivered artefacts belong to the work. */
function linkToParent({ kind, name, record, parent }: Entry): readonly Reference[] {
  if (parent === undefined) return [];
  const location = placeOf(record);
  const [child, owner] = [itemId(kind, name), itemId(parent.kind, parent.name)];
  if (kind === "criterion") return [{ from: child, role: "assesses", to: owner, location }];
  const role = record.path.at(-2) === "needs" ? "needs" : "delivers";
  return [{ from: owner, role, to: child, location }];
}
