import type { Fact } from "#model/fact.ts";
import { type Item, itemName } from "#model/item.ts";

/**
 * Who signs and who answers may be named by a role that members of the team have: then it is those
 * members that are meant. A name that is something's id stays what it is.
 */
export function namePeopleInRoles(facts: readonly Fact[]): readonly Fact[] {
  const items = facts.flatMap((fact) => (fact.fact === "item" ? [fact.item] : []));
  const members = items.filter((item): item is Item<"member"> => item.kind === "member");
  const names = new Set([
    ...items.map(({ id }) => itemName(id)),
    ...members.flatMap(({ attributes }) => attributes.aliases),
  ]);
  const byRole = Map.groupBy(members, ({ attributes }) => attributes.role);
  return facts.flatMap((fact) => {
    if (fact.fact !== "reference" || !isAsked(fact.reference.from)) return [fact];
    const { reference } = fact;
    const people = names.has(reference.to) ? undefined : byRole.get(reference.to);
    if (people === undefined) return [fact];
    return people.map(({ id }) => ({ ...fact, reference: { ...reference, to: id } }));
  });
}

const isAsked = (from: string): boolean => /^(?:gate|criterion):/.test(from);
