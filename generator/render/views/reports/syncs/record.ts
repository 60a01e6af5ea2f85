import { itemsOf } from "#model/graph.ts";
import { type Item, itemName } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo } from "../parts/text.ts";

/** The stage that a meeting belongs to. */
export function stageOfSync({ graph }: PageContext, sync: Item<"sync">): Item<"stage"> | undefined {
  const link = (graph.outgoing.get(sync.id) ?? []).find(({ role }) => role === "part-of");
  const stage = link?.target === undefined ? undefined : graph.items.get(link.target);
  return stage?.kind === "stage" ? stage : undefined;
}

const short = (digest: string): string => digest.replace(/^sha256:/, "").slice(0, 16);

/** The place of the minutes in the chain: what they seal, and what seals them. */
export function chainOf(context: PageContext, { id, attributes }: Item<"sync">) {
  const { digest, previous } = attributes;
  const sealedBy = itemsOf(context.graph, "sync").filter(
    ({ attributes: later }) => later.previous?.sync.replace(/^sync:/, "") === itemName(id),
  );
  return {
    digest: digest === undefined ? "" : short(digest),
    sealed: previous
      ? [
          {
            sync: linkTo(context, `sync:${previous.sync.replace(/^sync:/, "")}`),
            digest: short(previous.digest),
          },
        ]
      : [],
    sealedBy: sealedBy.map((later) => linkTo(context, later.id)),
  };
}

const shown = 50;

/** Commits between the meeting before and this one; what the project's history cannot say is said. */
export function changesSince(context: PageContext, { attributes }: Item<"sync">) {
  const { graph } = context;
  const until = Date.parse(attributes.start);
  const before = itemsOf(graph, "sync")
    .map((each) => Date.parse(each.attributes.start))
    .filter((time) => time < until);
  const since = Math.max(-Infinity, ...before);
  const commits = itemsOf(graph, "commit")
    .filter(({ attributes: { committed } }) => {
      const time = Date.parse(committed);
      return time > since && time <= until;
    })
    .toSorted((a, b) => b.attributes.position - a.attributes.position);
  return {
    hasHistory: itemsOf(graph, "repository").length > 0,
    changes: commits.slice(0, shown).map((commit) => ({
      hash: commit.attributes.hash.slice(0, 8),
      link: linkTo(context, commit.id),
      author: commit.attributes.author,
    })),
    moreChanges: Math.max(0, commits.length - shown),
  };
}
