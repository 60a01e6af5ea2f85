import type { Link } from "#model/graph.ts";
import { type ItemId, itemName } from "#model/item.ts";
import { judgedState } from "#model/trace/judged-state.ts";
import type { CoverageCause, ItemCoverage, TracedLink, TraceResult } from "#model/trace/result.ts";
import { shortWitness } from "#model/trace/witness.ts";
import type { LinkText, PageContext } from "../../../view.ts";

/** What has to be known to tell of coverage: pages know it, and so does a terminal. */
type Asked = Pick<PageContext, "graph" | "evaluation" | "words" | "link">;

/** The state of an item as tracing judges it, in words; empty for one that it does not judge. */
export const coverageState = ({ evaluation, words }: Asked, id: ItemId): string => {
  const state = judgedState(evaluation.trace.items.get(id));
  return state === undefined ? "" : words(`matrices.coverage-${state}`);
};

/** More items than these on the way to a cause are left out in its middle. */
const longestWay = 4;

/** How far an item is covered: its state, what is missing, and the shortest way to that. */
export interface ShownCoverage {
  readonly state: string;
  /** Empty where the item itself decides. */
  readonly way: readonly LinkText[];
  /** Empty for what is covered. */
  readonly reason: string;
}

/** Null for an item of which tracing has nothing to say. */
export function shownCoverage(context: Asked, id: ItemId): ShownCoverage | null {
  const { trace } = context.evaluation;
  const coverage = trace.items.get(id);
  const state = coverageState(context, id);
  if (coverage === undefined || state === "") return null;
  if (coverage.cause === undefined) return { state, way: [], reason: "" };
  const { path, isCut } = shortWitness(trace, id, longestWay);
  // The first of them is the item itself, where the reader is.
  const [, ...further] = path.map((each) => context.link(each, itemName(each)));
  const links = [{ text: itemName(id) }, ...further];
  const way = isCut ? links.toSpliced(-1, 0, { text: "…" }) : links;
  const decisive = trace.items.get(coverage.cause.decider) ?? coverage;
  return { state, way: path.length > 1 ? way : [], reason: reasonOf(context, decisive) };
}

/** The same without links. */
export const coverageText = ({ state, way, reason }: ShownCoverage): string =>
  `${state}${way.length > 0 ? `: ${way.map(({ text }) => text).join(" ← ")}` : ""}${reason && `; ${reason}`}`;

/** What is wrong at the end of the way: a link, a result, or that somebody is missing. */
function reasonOf(context: Asked, decisive: ItemCoverage): string {
  const { cause } = decisive;
  if (cause === undefined) return "";
  if (cause.state === "cyclic") return context.words("matrices.because-circle");
  if (cause.via !== undefined) return reasonOfCoverer(context, decisive, cause);
  if (cause.clause === undefined) return verdictOf(context, decisive);
  const { clause, coverers } = decisive.clauses[cause.clause] ?? { coverers: [] };
  if (clause === undefined) return "";
  return context.words("matrices.because-need", {
    item: itemName(decisive.item.id),
    needs: clause.anyOf.join(", "),
    min: clause.min ?? 1,
    found: coverers.length,
  });
}

function reasonOfCoverer(
  context: Asked,
  { item }: ItemCoverage,
  { via = item.id }: CoverageCause,
): string {
  const coverer = context.evaluation.trace.items.get(via);
  const verdict = coverer === undefined ? "" : verdictOf(context, coverer);
  if (verdict !== "") return verdict;
  const link = (context.graph.incoming.get(item.id) ?? [])
    .flatMap((each) => (each.from === via ? (tracedLink(context, each) ?? []) : []))
    .find(({ state }) => state !== "covers");
  return link === undefined
    ? ""
    : context.words("matrices.because-link", {
        from: itemName(via),
        to: itemName(item.id),
        state: linkState(context, link),
      });
}

const verdictOf = ({ words }: Pick<Asked, "words">, { item, verdict }: ItemCoverage): string =>
  verdict === undefined || verdict === "passing"
    ? ""
    : words("matrices.because-verdict", {
        item: item.title,
        verdict: words(`matrices.result-${verdict}`),
      });

/** What is wrong with a link, with the fields that changed since its review. */
export const linkState = (
  { words }: Pick<Asked, "words">,
  { state, changed }: TracedLink,
): string =>
  changed.length === 0
    ? words(`matrices.link-${state}`)
    : `${words(`matrices.link-${state}`)} (${changed.join(", ")})`;

// Every page of a project shares the result.
const byLink = new WeakMap<TraceResult, ReadonlyMap<Link, TracedLink>>();

/** The link as tracing judges it; nothing for one that it does not look at. */
export function tracedLink(
  { evaluation: { trace } }: Pick<Asked, "evaluation">,
  link: Link,
): TracedLink | undefined {
  const known = byLink.get(trace) ?? new Map(trace.links.map((each) => [each.link, each]));
  byLink.set(trace, known);
  return known.get(link);
}
