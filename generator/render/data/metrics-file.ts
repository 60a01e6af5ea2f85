import type { Finding } from "#diagnostics/index.ts";
import type { EvaluatedProject } from "../render.ts";

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [Labels, number];

/**
 * `metrics.prom`, in the text format of Prometheus
 * (https://prometheus.io/docs/instrumenting/exposition_formats/). Everything is a gauge: each run
 * says how things stand.
 */
export function metricsFile(
  projects: readonly EvaluatedProject[],
  findings: readonly Finding[],
): string {
  const perProject = (samples: (each: EvaluatedProject) => readonly Sample[]): readonly Sample[] =>
    projects.flatMap((each) =>
      samples(each).map(([labels, value]): Sample => [
        { project: each.project.name, ...labels },
        value,
      ]),
    );
  return [
    metric("rastro_items", "Items of the graph.", perProject(itemCounts)),
    metric("rastro_links", "Links of the graph.", perProject(linkCounts)),
    metric("rastro_findings", "Findings of the run.", countBy(findings, "severity")),
    metric("rastro_late", "Items that are late.", perProject(lateCount)),
    metric("rastro_coverage_covered", "Covered things.", perProject(numerators)),
    metric("rastro_coverage_total", "Things to cover.", perProject(denominators)),
    metric("rastro_gate_verdict", "1 for the verdict of the gate.", perProject(verdicts)),
  ].join("");
}

const itemCounts = ({ graph }: EvaluatedProject): readonly Sample[] =>
  countBy([...graph.items.values()], "kind");

const linkCounts = ({ graph }: EvaluatedProject): readonly Sample[] =>
  countBy(graph.links, "status");

const lateCount = ({ evaluation }: EvaluatedProject): readonly Sample[] => [
  [{}, evaluation.late.size],
];

const numerators = ({ evaluation }: EvaluatedProject): readonly Sample[] =>
  evaluation.coverage.map(({ name, numerator }) => [{ of: name }, numerator]);

const denominators = ({ evaluation }: EvaluatedProject): readonly Sample[] =>
  evaluation.coverage.map(({ name, denominator }) => [{ of: name }, denominator]);

const verdicts = ({ evaluation }: EvaluatedProject): readonly Sample[] =>
  [...evaluation.gates].map(([gate, { verdict }]) => [{ gate, verdict }, 1]);

function countBy<Key extends string>(
  things: readonly Readonly<Record<Key, string>>[],
  key: Key,
): readonly Sample[] {
  const groups = Map.groupBy(things, (thing) => thing[key]);
  return [...groups].map(([value, group]) => [{ [key]: value }, group.length]);
}

function metric(name: string, about: string, samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${formatLabels(labels)} ${String(value)}`);
  return [`# HELP ${name} ${about}`, `# TYPE ${name} gauge`, ...lines.sort(), ""].join("\n");
}

function formatLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

const escapeLabel = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
