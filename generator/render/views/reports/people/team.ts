import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { PageContext, View } from "../../../view.ts";
import { register } from "../parts/page.ts";
import { linkTo, lateMark, orNothing, rowOf } from "../parts/text.ts";

/** Who is in the team, what they answer for and what they owe. */
export const teamView: View = register({
  name: "team",
  path: "reports/team.md",
  shows: ["member"],
  data: (context) => ({
    members: itemsOf(context.graph, "member").map((member) => ({
      ...rowOf(context, member),
      role: orNothing(member.attributes.role),
      aliases: member.attributes.aliases.join(", "),
      responsibilities: member.attributes.responsibilities,
      answersFor: member.attributes.answersFor.join("; "),
      text: context.prose(member.description, 3),
      owns: sourcesOf(context, member, "owned-by"),
      supports: sourcesOf(context, member, "supported-by"),
    })),
  }),
});

/** What names the member in this role, each thing once, with the mark of what is late. */
function sourcesOf(context: PageContext, { id }: Item<"member">, role: LinkRole) {
  const links = (context.graph.incoming.get(id) ?? []).filter((link) => link.role === role);
  return [...new Set(links.map(({ from }) => from))].map((from) => ({
    kind: context.words(`reports.kind-${context.graph.items.get(from)?.kind ?? ""}`),
    link: linkTo(context, from),
    late: lateMark(context, from),
  }));
}
