import { type Item, type ItemId, type ItemKind, itemName } from "#model/item.ts";
import { itemsOf } from "#model/graph.ts";
import { type Ring, ringChartFigure } from "../../diagram/ring-chart.ts";
import type { LinkText, PageContext } from "../../view.ts";

/** How a project stands, for who has one minute: verdicts, what is late, who owes it, what moved. */
export const dashboardData = (context: PageContext) => ({
  figures: keyFigures(context),
  gates: gateRows(context),
  ...lateData(context),
  owners: ownerRows(context),
  ...coverageData(context),
  findings: findingRows(context),
  changes: changeRows(context),
  syncs: syncRows(context),
});

const gateRows = ({ evaluation, link, words, format }: PageContext) =>
  [...evaluation.gates].map(([id, gate]) => ({
    gate: link(id),
    verdict: gate.verdict,
    meaning: words(`common.verdict-${gate.verdict.toLowerCase()}`),
    met: format.ratio(gate.met, gate.met + gate.notMet + gate.undetermined),
  }));

/** What people ask for first, of what a project has; four of them stand above everything else. */
const keyCoverage = [
  "criteria-met",
  "deliverables-existing",
  "requirements-implemented",
  "requirements-verified",
  "tests-passed",
  "operations-described",
  "tables-described",
  "symbols-documented",
];

/** What one look takes in: numbers, each of which has its section below. */
function keyFigures({ evaluation, format, words }: PageContext) {
  const gates = [...evaluation.gates.values()];
  const open = gates.filter(({ verdict }) => verdict === "GO").length;
  const covered = keyCoverage.flatMap((key) =>
    evaluation.coverage.filter(({ name, denominator }) => name === key && denominator > 0),
  );
  return [
    ...(gates.length > 0
      ? [{ number: format.ratio(open, gates.length), what: words("dashboard.figure-gates") }]
      : []),
    ...(evaluation.late.size > 0
      ? [{ number: format.number(evaluation.late.size), what: words("dashboard.figure-late") }]
      : []),
    ...covered.slice(0, 4).map(({ name, numerator, denominator }) => ({
      number: format.ratio(numerator, denominator),
      what: words(`reports.coverage-${name}`),
    })),
  ];
}

/** How many late things the entry page names; the status page has them all. */
const shownLate = 6;

function lateData(context: PageContext) {
  const { evaluation, graph, link, words, format } = context;
  const items = [...evaluation.late]
    .flatMap((id) => graph.items.get(id) ?? [])
    .map((item) => ({
      item,
      due: textIn(item, "due") || textIn(item, "date") || textIn(item, "start"),
    }))
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  const late = items.slice(0, shownLate).map(({ item, due }) => ({
    what: link(item.id),
    kind: words(`reports.kind-${item.kind}`),
    due: due === "" ? "—" : format.date(due.slice(0, 10)),
    owner: ownerOf(item, context),
  }));
  const more = items.length - late.length;
  return {
    lateTitle: words("dashboard.late", { n: items.length }),
    late,
    moreLate: more > 0 ? words("common.more-late", { n: more }) : "",
    nothingLate: evaluation.asOf !== undefined && items.length === 0 && evaluation.gates.size > 0,
  };
}

function textIn(item: Item, field: string): string {
  const value = (item.attributes as { readonly [name: string]: unknown })[field];
  return typeof value === "string" ? value : "";
}

function ownerOf(item: Item, { linkName }: PageContext): LinkText {
  const owner = textIn(item, "owner");
  return owner === "" ? { text: "—" } : linkName(owner);
}

const owed: readonly ItemKind[] = ["work-item", "deliverable", "action", "blocker", "risk"];
const settled = new Set(["done", "cancelled", "resolved"]);

/** What each role still owes, most late first. */
function ownerRows(context: PageContext) {
  const { graph, evaluation, linkName, format } = context;
  const open = owed
    .flatMap((kind) => itemsOf(graph, kind) as readonly Item[])
    .filter((item) => textIn(item, "owner") !== "" && !settled.has(textIn(item, "status")));
  const groups = [...Map.groupBy(open, (item) => linkName(textIn(item, "owner")).text)];
  return groups
    .map(([, items]) => ({
      owner: textIn(items[0] as Item, "owner"),
      items,
      late: items.filter(({ id }) => evaluation.late.has(id)).length,
    }))
    .sort((one, other) => other.late - one.late || other.items.length - one.items.length)
    .map(({ owner, items, late }) => {
      const count = (...kinds: readonly ItemKind[]): string =>
        format.number(items.filter(({ kind }) => kinds.includes(kind)).length);
      return {
        owner: linkName(owner),
        work: count("work-item", "deliverable"),
        actions: count("action"),
        dangers: count("blocker", "risk"),
        late: format.number(late),
      };
    });
}

/** What people who decide ask for first; the rest is on the pages of its area. */
const shownRings = 8;

function coverageData({ evaluation, words, format }: PageContext) {
  const measurable = evaluation.coverage.filter(({ denominator }) => denominator > 0);
  const rows = measurable.map(({ name, numerator, denominator }): Ring => ({
    name: words(`reports.coverage-${name}`),
    ratio: format.ratio(numerator, denominator),
    share: numerator / denominator,
  }));
  const chart = {
    title: words("reports.coverage"),
    description: words("dashboard.coverage-about"),
    rings: rows.slice(0, shownRings),
  };
  return {
    coverage: rows.map(({ name, ratio, share }) => ({
      name,
      ratio,
      percent: `${format.number(Math.floor(share * 100))} %`,
    })),
    // A list, so that there may be none.
    charts: rows.length > 1 ? [ringChartFigure(chart)] : [],
  };
}

function findingRows(context: PageContext) {
  const { evaluation, graph, words, format } = context;
  const lint = (key: "lint" | "apiLint", path: string) => {
    const own = evaluation[key].filter(({ ignored }) => ignored === undefined);
    const count = (severity: string): number =>
      own.filter((each) => each.severity === severity).length;
    return {
      what: linkTo(context, path, words(`dashboard.finding-${key}`)),
      warnings: count("warning"),
      notes: count("info"),
    };
  };
  const nowhere = graph.links.filter(({ status }) => status !== "resolved").length;
  return [
    lint("lint", "schema/lint.md"),
    lint("apiLint", "api/quality.md"),
    { what: { text: words("dashboard.finding-links") }, warnings: nowhere, notes: 0 },
    {
      what: linkTo(context, "reports/conflicts.md", words("dashboard.finding-conflicts")),
      warnings: itemsOf(graph, "conflict").length,
      notes: 0,
    },
  ]
    .filter(({ warnings, notes }) => warnings + notes > 0)
    .map(({ what, warnings, notes }) => ({
      what,
      warnings: format.number(warnings),
      notes: format.number(notes),
    }));
}

const linkTo = ({ pages, linkPage }: PageContext, path: string, text: string): LinkText =>
  pages.some((page) => page.path === path) ? linkPage(path, text) : { text };

const shownNews = 5;

function changeRows(context: PageContext) {
  const { graph, link, format } = context;
  return itemsOf(graph, "commit")
    .toSorted((one, other) => (one.attributes.date < other.attributes.date ? 1 : -1))
    .slice(0, shownNews)
    .map(({ id, title, attributes }) => ({
      date: format.date(attributes.date.slice(0, 10)),
      what: link(id, title),
      name: shortName(id),
    }));
}

const shortName = (id: ItemId): string => itemName(id).slice(0, 8);

function syncRows({ graph, link, format, words }: PageContext) {
  return itemsOf(graph, "sync")
    .toSorted((one, other) => (one.attributes.start < other.attributes.start ? 1 : -1))
    .slice(0, shownNews)
    .map(({ id, attributes }) => ({
      date: format.date(attributes.start.slice(0, 10)),
      what: link(id),
      state: words(`reports.sync-${attributes.status}`),
    }));
}
