import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Link } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";

/** Links that put things in an order: nothing can be a part of itself, nor come before itself. */
const ordering: readonly LinkRole[] = ["part-of", "depends-on", "follows"];

/** Things that lead back to themselves by links that put them in an order, each circle once. */
export const reportCycles = (links: readonly Link[]): readonly Diagnostic[] =>
  ordering.flatMap((role) =>
    findCycles(links.filter((link) => link.role === role && link.status === "resolved")).map(
      describeCycle,
    ),
  );

function findCycles(links: readonly Link[]): readonly (readonly Link[])[] {
  const cycles: (readonly Link[])[] = [];
  let rest = withoutEnds(links);
  while (rest.length > 0) {
    const cycle = walkRound(rest);
    cycles.push(cycle);
    const gone = new Set(cycle);
    rest = withoutEnds(rest.filter((link) => !gone.has(link)));
  }
  return cycles;
}

/** Without the links that lead, in the end, to something that leads nowhere. */
function withoutEnds(links: readonly Link[]): readonly Link[] {
  const incoming = Map.groupBy(links, ({ target }) => target);
  const ways = new Map<string, number>();
  for (const { from } of links) ways.set(from, (ways.get(from) ?? 0) + 1);
  const ends = [...incoming.keys()].filter((id) => id !== undefined && !ways.has(id));
  const isEnd = new Set(ends);
  for (const end of ends) {
    for (const { from } of incoming.get(end) ?? []) {
      const left = (ways.get(from) ?? 0) - 1;
      ways.set(from, left);
      if (left > 0 || isEnd.has(from)) continue;
      isEnd.add(from);
      ends.push(from);
    }
  }
  return links.filter(({ target }) => !isEnd.has(target));
}

/** From everything that is left a link leads on, so that the first way taken comes round. */
function walkRound(links: readonly Link[]): readonly Link[] {
  const next = new Map(links.toReversed().map((link) => [link.from, link]));
  const path: Link[] = [];
  const placeOf = new Map<string, number>();
  let link = links[0];
  while (link !== undefined && !placeOf.has(link.from)) {
    placeOf.set(link.from, path.length);
    path.push(link);
    link = link.target && next.get(link.target);
  }
  return path.slice(link && placeOf.get(link.from));
}

/** Of a long way some steps are enough to find the rest. */
const mostPlaces = 5;

function describeCycle(cycle: readonly Link[]): Diagnostic {
  const [first, ...others] = cycle as readonly [Link, ...Link[]];
  const names = [...cycle, first].map(({ from }) => itemName(from));
  const severity = cycle.every(({ foreign }) => foreign === true) ? "warning" : "error";
  const related = others.slice(0, mostPlaces).map(({ from, to, location }) => ({
    ...location,
    message: `\`${itemName(from)}\` → \`${to}\``,
  }));
  return diagnose(
    "graph/cycle",
    { names, role: first.role as "part-of" | "depends-on" | "follows" },
    { severity, location: first.location, ...(related.length > 0 && { related }) },
  );
}
