import { type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { isPlain } from "#markdown/prose/is-plain.ts";
import { type Fact, itemFact, type Reference, referenceFact } from "#model/fact.ts";
import { type Item, itemId, type ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import { softened } from "../../files.ts";
import { type Catalogue, type CatalogueObject, isLate, type Use } from "../catalogue/catalogue.ts";
import type { Description, Origin } from "../catalogue/entry.ts";
import { locate, type SourceText } from "../parser/source-text.ts";
import { findLate } from "../catalogue/find.ts";
import { describe } from "./describe.ts";
import { identify, type Identities, migrationId } from "./identify.ts";
import { encodeId } from "./names.ts";

type ReadProse = (prose: Prose, from: ItemId) => readonly Reference[];

interface Facts {
  readonly catalogue: Catalogue;
  readonly ids: Identities;
  readonly readProse: ReadProse;
}

/** The objects that are there after all migrations, and how they hang together. */
export async function catalogueFacts(catalogue: Catalogue): Promise<Outcome<readonly Fact[]>> {
  const ids = identify(catalogue);
  const objects = [...ids.keys()];
  const prose = await readerFor(objects);
  const facts = { catalogue, ids, readProse: prose.readProse };
  return outcome(
    [
      ...impliedNamespaces(objects, catalogue),
      ...objects.flatMap((object) => objectFacts(object, facts)),
    ],
    objects.flatMap((object) => checkDescription(object, prose)),
  );
}

/** What the Markdown engines tell of a text. */
interface ProseReader {
  readonly readProse: ReadProse;
  readonly checkProse: (prose: Prose) => readonly Diagnostic[];
}

/** The engines take longer to load than most schemas to read: only a link or a tag needs them. */
async function readerFor(objects: readonly CatalogueObject[]): Promise<ProseReader> {
  const isNeeded = objects.some(({ description }) => description && !isPlain(description.prose));
  return isNeeded
    ? await import("#markdown/index.ts")
    : { readProse: () => [], checkProse: () => [] };
}

/** What of a comment is not shown as it was written. */
const checkDescription = (
  { description }: CatalogueObject,
  { checkProse }: ProseReader,
): readonly Diagnostic[] =>
  description === undefined
    ? []
    : softened(checkProse(description.prose), description.migration.foreign);

function objectFacts(object: CatalogueObject, facts: Facts): readonly Fact[] {
  const id = facts.ids.get(object);
  if (id === undefined) return [];
  const { title, attributes, uses } = describe(object);
  const { created, changes, description, kind } = object;
  const item = {
    kind,
    id,
    title,
    location: created.location,
    attributes: withChanges(object, attributes),
    ...(description && { description: description.prose }),
  } as Item;
  return [
    itemFact(item),
    historyFact(id, "created-by", created),
    ...changes.map((change) => historyFact(id, "changed-by", change)),
    ...namespaceFact(object, id),
    ...uses().flatMap((use) => useFact(id, use, facts)),
    ...mentionFacts(id, description, facts),
  ];
}

/** What pages show of an object, and what changed of it. */
function withChanges(object: CatalogueObject, attributes: object): object {
  const { record } = object;
  return record.length === 0 ? attributes : { ...attributes, changes: record };
}

const historyFact = (from: ItemId, role: LinkRole, { migration, location }: Origin): Fact =>
  referenceTo({ from, role, to: migrationId(migration), location }, migration.foreign);

const referenceTo = (reference: Reference, foreign: boolean): Fact =>
  referenceFact(foreign ? { ...reference, foreign } : reference);

/** What a description links to, each on the line where the name stands. */
function mentionFacts(
  id: ItemId,
  description: Description | undefined,
  facts: Facts,
): readonly Fact[] {
  if (description === undefined) return [];
  const { prose, migration } = description;
  return facts.readProse(prose, id).map((reference) => {
    const location = placeOfName(migration.source, reference);
    return referenceTo({ ...reference, location }, migration.foreign);
  });
}

/** A text may be written in parts (`'…' '…'`) or indented: the name itself is looked for. */
function placeOfName(source: SourceText, { to, written, location }: Reference): Location {
  const start = source.lineStarts[(location.line ?? 1) - 1] ?? 0;
  const at = source.text.indexOf(written ?? to, start);
  return at < 0 ? location : locate(source, at);
}

/** What lies in a schema by its own name; a column lies in it through its table. */
function namespaceFact(object: CatalogueObject, from: ItemId): readonly Fact[] {
  if (object.kind === "extension" || !("namespace" in object)) return [];
  const { location, migration } = object.created;
  const to = itemId("namespace", encodeId(object.namespace));
  return [referenceTo({ from, role: "part-of", to, location }, migration.foreign)];
}

/** Only what a migration makes can be led to; the rest (`auth.users`, `now()`) is no broken link. */
function useFact(from: ItemId, { role, target, location }: Use, facts: Facts): readonly Fact[] {
  const found = isLate(target) ? findLate(facts.catalogue, target) : target;
  if (role === "refreshes" && found?.kind !== "materialized-view") return [];
  const to = found && facts.ids.get(found);
  return to === undefined ? [] : [referenceFact({ from, role, to, location })];
}

/** A schema in which objects are made although no statement makes it: `public`. */
function impliedNamespaces(
  objects: readonly CatalogueObject[],
  { namespaces, access }: Catalogue,
): readonly Fact[] {
  const first = new Map<string, Location>();
  for (const object of objects) {
    if (object.kind === "extension" || !("namespace" in object)) continue;
    const { namespace, created } = object;
    if (!namespaces.has(namespace) && !first.has(namespace)) first.set(namespace, created.location);
  }
  return [...first].map(([name, location]) => {
    const id = itemId("namespace", encodeId(name));
    const implied = access.impliedNamespaces.get(name);
    const attributes =
      implied === undefined ? {} : withChanges(implied, describe(implied).attributes);
    return itemFact({ kind: "namespace", id, title: name, location, attributes });
  });
}
