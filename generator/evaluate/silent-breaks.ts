import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { type Graph, itemsOf } from "#model/graph.ts";
import type { Release } from "#model/history.ts";
import type { Item } from "#model/item.ts";

/**
 * What breaks although neither a version nor a commit announces it: what is not released yet, and
 * the newest release of each package, are warned about; of older ones it can only be noted.
 */
export function describeSilentBreaks(graph: Graph): readonly Diagnostic[] {
  const repositories = itemsOf(graph, "repository").filter(breaks);
  const releases = itemsOf(graph, "release")
    .filter(({ attributes }) => (attributes.sameAs ?? attributes.foldedInto) === undefined)
    .toSorted((a, b) => b.attributes.position - a.attributes.position);
  const suspects = releases.filter(breaks);
  if (suspects.length + repositories.length === 0) return [];
  // `undefined` stands for what no release holds yet.
  const announced = new Set(
    itemsOf(graph, "commit").flatMap(({ attributes: { breaking, cancelled, release } }) =>
      breaking.length > 0 && cancelled === undefined ? [release] : [],
    ),
  );
  const silent = suspects
    .filter(({ attributes }) => !announced.has(attributes.tag))
    .filter((release) => !isRaised(before(release, releases)?.attributes, release.attributes));
  return [
    ...(announced.has(undefined) ? [] : repositories.map(describeUnreleased)),
    ...silent.map((release) => describe(release, isNewest(release, releases))),
  ];
}

type Changing = Item<"release"> | Item<"repository">;

const breaks = ({ attributes }: Changing): boolean => brokenBy(attributes).length > 0;

const ofPackage = (releases: readonly Item<"release">[], name: string | undefined) =>
  releases.filter(({ attributes }) => attributes.package === name);

const isNewest = (release: Item<"release">, releases: readonly Item<"release">[]): boolean =>
  ofPackage(releases, release.attributes.package)[0] === release;

const before = (
  { attributes }: Item<"release">,
  releases: readonly Item<"release">[],
): Item<"release"> | undefined =>
  ofPackage(releases, attributes.package).find(
    (each) => each.attributes.position < attributes.position,
  );

/** The first number that is not 0 is the one that says that something breaks. */
function isRaised(old: Release | undefined, current: Release): boolean {
  const [was, is] = [old, current].map((release) => release?.version?.split(".") ?? []);
  const length = (is ?? []).findIndex((number) => number !== "0") + 1;
  const lead = (numbers: readonly string[] = []): string => numbers.slice(0, length).join(".");
  return length > 0 && was !== undefined && was.length > 0 && lead(was) !== lead(is);
}

/** The names of what breaks, each once. */
function brokenBy({
  schemaChanges,
  apiChanges,
  symbolChanges,
}: Changing["attributes"]): readonly string[] {
  const names = [
    ...(schemaChanges ?? []).map(({ effect, name }) => ({ effect, name })),
    ...(apiChanges ?? []).map(({ effect, operation, schema, at }) => ({
      effect,
      name: operation ?? schema ?? at,
    })),
    ...(symbolChanges ?? []).map(({ effect, name }) => ({ effect, name })),
  ];
  return [...new Set(names.flatMap(({ effect, name }) => (effect === "breaking" ? name : [])))];
}

/** Nobody reads a longer list in one line; the page has them all. */
const shown = 3;

function namesOf({ attributes }: Changing) {
  const names = brokenBy(attributes);
  return { names: names.slice(0, shown), more: Math.max(0, names.length - shown) };
}

const describeUnreleased = (repository: Item<"repository">): Diagnostic =>
  diagnose("evaluate/unreleased-break", namesOf(repository), { location: repository.location });

const describe = (release: Item<"release">, isWarning: boolean): Diagnostic =>
  diagnose(
    "evaluate/silent-break",
    { release: release.attributes.tag, ...namesOf(release) },
    { location: release.location, ...(!isWarning && { severity: "info" }) },
  );
