import { diagnose, type Diagnostic, type Severity } from "#diagnostics/index.ts";
import type { Graph } from "#model/graph.ts";
import { itemName } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { fieldOf, linkKey, typeOf } from "#model/trace/digest.ts";
import type { TraceSeverities } from "#model/trace/policy.ts";
import type { RuleViolation, TracedLink, TraceResult } from "#model/trace/result.ts";
import type { LinkState } from "#model/trace/states.ts";
import { describeCoverage, describeWaivers } from "./coverage-findings.ts";
import { describeLostReviews } from "./lost-reviews.ts";
import { clausesOf, isInactive } from "./subject.ts";

/** Everything that tracing has to say, as grave as the project declares it. */
export const describeTrace = (
  graph: Graph,
  result: TraceResult,
  asOf: string | undefined,
): readonly Diagnostic[] => [
  ...result.links.flatMap((traced) => describeLink(traced, graph)),
  ...describeLostReviews(graph, result),
  ...describeCoverage(result).flatMap(({ state, diagnostic }) =>
    graded(diagnostic, [state, "coverage"], graph),
  ),
  ...describeWaivers(result, asOf),
  ...result.violations.map((violation) => describeViolation(violation, graph)),
];

/** A finding as grave as the first of its states that the project speaks of; none when turned off. */
function graded(
  diagnostic: Diagnostic,
  states: readonly (keyof TraceSeverities)[],
  { policy }: Graph,
): readonly Diagnostic[] {
  const declared = states.map((state) => policy.severity[state]).find((each) => each !== undefined);
  if (declared === "off") return [];
  return [declared === undefined ? diagnostic : { ...diagnostic, severity: declared }];
}

type Describe = (traced: TracedLink, graph: Graph) => Diagnostic;

/** What leads nowhere, or to two things, is told where links are made. */
const describers: Readonly<Partial<Record<LinkState, Describe>>> = {
  "invalid-ref": ({ link, role }) =>
    diagnose(
      "evaluate/trace-unknown-role",
      { from: itemName(link.from), role: role.name },
      at(link),
    ),
  outdated: describeRevision,
  predated: describeRevision,
  forbidden: (traced, graph) =>
    diagnose(
      "evaluate/trace-forbidden",
      { ...ends(traced), role: traced.role.name, ...types(traced, graph) },
      at(traced.link),
    ),
  unwanted: (traced, graph) => {
    const target = targetOf(traced, graph);
    const needs = target ? clausesOf(target, graph).flatMap(({ anyOf }) => anyOf) : [];
    const { source } = types(traced, graph);
    return diagnose("evaluate/trace-unwanted", { ...ends(traced), source, needs }, at(traced.link));
  },
  "inactive-target": (traced, graph) => {
    const target = targetOf(traced, graph);
    const status = String(target && fieldOf(target, "status"));
    return diagnose("evaluate/trace-inactive", { ...ends(traced), status }, at(traced.link));
  },
  suspect: (traced) =>
    diagnose(
      "evaluate/trace-suspect",
      { ...ends(traced), fields: traced.changed, key: linkKey(traced.link) },
      at(traced.link),
    ),
  unpinned: (traced) =>
    diagnose(
      "evaluate/trace-unpinned",
      { ...ends(traced), key: linkKey(traced.link) },
      at(traced.link),
    ),
};

function describeLink(traced: TracedLink, graph: Graph): readonly Diagnostic[] {
  const describe = describers[traced.state];
  const from = graph.items.get(traced.link.from);
  const isInactiveItem = from !== undefined && isInactive(from);
  // What a commit says of the text of its day cannot be edited.
  const isHistory = traced.state === "unwanted" && from?.kind === "commit";
  const isSilent = traced.link.inferred === true || isInactiveItem || isHistory;
  return describe === undefined || isSilent
    ? []
    : graded(describe(traced, graph), [traced.state], graph);
}

function describeRevision(traced: TracedLink, graph: Graph): Diagnostic {
  const rev = Number(fieldOfTarget(traced, graph, "rev"));
  const named = traced.link.pin?.rev ?? 0;
  return diagnose("evaluate/trace-revision", { ...ends(traced), named, rev }, at(traced.link));
}

/** The place of a link; a foreign one cannot be mended here. */
const at = ({
  location,
  foreign,
}: TracedLink["link"]): { readonly location: Location; readonly severity?: Severity } => ({
  location,
  ...(foreign && { severity: "warning" }),
});

const ends = ({ link: { from, to, target } }: TracedLink) => ({
  from: itemName(from),
  to: target === undefined ? to : itemName(target),
});

const targetOf = ({ link: { target } }: TracedLink, { items }: Graph) =>
  target === undefined ? undefined : items.get(target);

function fieldOfTarget(traced: TracedLink, graph: Graph, name: string): unknown {
  const target = targetOf(traced, graph);
  return target && fieldOf(target, name);
}

function types(traced: TracedLink, graph: Graph) {
  const [from, target] = [graph.items.get(traced.link.from), targetOf(traced, graph)];
  return { source: from ? typeOf(from) : "", goal: target ? typeOf(target) : "" };
}

function describeViolation({ rule, item, found }: RuleViolation, { items }: Graph): Diagnostic {
  const { id, severity, hint, max, min = max === undefined ? 1 : 0 } = rule;
  const location = items.get(item)?.location ?? rule.location;
  return diagnose(
    "evaluate/trace-rule",
    { rule: id, item: itemName(item), found, types: rule.to.types ?? [], min, max, hint },
    { location, severity, related: [{ ...rule.location, message: `\`${id}\`` }] },
  );
}
