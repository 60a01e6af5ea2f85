import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { RoutineArgument } from "#model/schema/items.ts";
import type { PageContext, PagePlan, View } from "../../view.ts";
import { historyOf } from "./history.ts";
import { indexPath, pagePath } from "./layout.ts";
import { linksFrom, linksTo, mentionsOf } from "./relations.ts";

/** One function or procedure: how to call it, what it may do, its text, and who calls it. */
export const schemaFunction: View = {
  template: "schema-function",
  target: "schema",
  plan: (graph) => itemsOf(graph, "function").map(planFunction),
};

const planFunction = (routine: Item<"function">): PagePlan => ({
  path: pagePath("function", routine.id),
  title: () => routine.title,
  subject: routine.id,
  origins: [routine.location],
  data: (context) => functionData(routine, context),
});

function functionData(routine: Item<"function">, context: PageContext): object {
  const { kind, language, volatility, securityDefiner, settings, body } = routine.attributes;
  const { words } = context;
  const { id } = routine;
  return {
    index: context.linkPage(indexPath, words("schema.title")),
    kind: words(`schema.routine-${kind}`),
    description: context.prose(routine.description),
    signature: signatureOf(routine),
    arguments: routine.attributes.arguments.map(argumentRow),
    language,
    volatility: words(`schema.volatility-${volatility}`),
    security: words(securityDefiner ? "schema.definer" : "schema.invoker"),
    settings,
    body,
    reads: linksFrom(id, "reads", context),
    writes: linksFrom(id, "writes", context),
    calls: linksFrom(id, "calls", context),
    refreshes: linksFrom(id, "refreshes", context),
    calledBy: linksTo(id, ["calls", "runs"], context),
    history: historyOf(id, context),
    mentions: mentionsOf(id, context),
    place: context.place(routine.location),
  };
}

const argumentRow = ({ name = "", type, mode, default: value = "" }: RoutineArgument): object => ({
  name,
  type,
  mode: mode.toUpperCase(),
  default: value,
});

/** One argument per line when there are several, as people write it; so with the columns it gives. */
function signatureOf({ title, attributes }: Item<"function">): string {
  const name = title.slice(0, title.indexOf("("));
  const taken = attributes.arguments.filter(({ mode }) => mode !== "table");
  const given = attributes.arguments.filter(({ mode }) => mode === "table");
  const call = `${name}${listed(taken.map(argumentText))}`;
  if (attributes.returns === "") return call;
  const columns = given.map(({ name: column = "", type }) => `${column} ${type}`);
  return `${call}\nreturns ${columns.length === 0 ? attributes.returns : `table ${listed(columns)}`}`;
}

const listed = (lines: readonly string[]): string =>
  lines.length < 2
    ? `(${lines.join("")})`
    : `(\n${lines.map((line) => `  ${line}`).join(",\n")}\n)`;

const argumentText = ({ name, type, mode, default: value }: RoutineArgument): string =>
  [mode === "in" ? "" : mode, name ?? "", type, value === undefined ? "" : `default ${value}`]
    .filter((part) => part !== "")
    .join(" ");
