import type { Item, ItemId } from "#model/item.ts";
import { activitiesOf, deliverablesOf, namedItem, workItemsOf } from "#model/parts.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo, orNothing } from "./text.ts";

/** Who owes something to a stage, with what they answer for. */
export function peopleOf(context: PageContext, id: ItemId) {
  const { graph } = context;
  const owing = [
    ...workItemsOf(graph, id).flatMap((item) => namesOf(item, [item.attributes.owner])),
    ...workItemsOf(graph, id).flatMap((item) => namesOf(item, item.attributes.support)),
    ...activitiesOf(graph, id).flatMap((item) => namesOf(item, item.attributes.owners)),
    ...deliverablesOf(graph, id).flatMap((item) => namesOf(item, [item.attributes.owner])),
  ];
  const members = owing.flatMap(({ item, name }) => {
    const member = namedItem(graph, item, name);
    return member?.kind === "member" ? [member] : [];
  });
  return [...new Set(members)].map((member) => ({
    member: linkTo(context, member.id),
    role: orNothing(member.attributes.role),
    responsibilities: orNothing(member.attributes.responsibilities.join("; ")),
  }));
}

const namesOf = (item: Item, names: readonly string[]) => names.map((name) => ({ item, name }));
