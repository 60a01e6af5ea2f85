import { createHash } from "node:crypto";
import { testVerdicts } from "#model/code/items.ts";
import { itemsOf } from "#model/graph.ts";
import type { Item } from "#model/item.ts";
import type { LinkText, PageContext, View } from "../../view.ts";

type TestItem = Item<"test">;

/** The verdict of every test of the last run, by suite; "not run" where there are no results. */
export const testsIndex: View = {
  template: "tests-index",
  target: "code",
  plan: (graph, project) => {
    const tests = itemsOf(graph, "test");
    const entries = project.sources.tests.map(({ path }) => ({ file: path }));
    if (tests.length === 0 && entries.length === 0) return [];
    const suites = [...Map.groupBy(tests, ({ attributes }) => attributes.suite)];
    return [
      {
        path: "tests/index.md",
        title: (words) => words("tests.title"),
        shows: tests.map((test) => ({ item: test.id, anchor: anchorOf(test) })),
        origins: entries,
        data: (context) => ({
          ran: tests.length > 0,
          counts: countsOf(tests, context),
          suites: suites.map(([suite, members]) => ({
            suite: suite === "" ? context.words("tests.no-suite") : suite,
            counts: countsOf(members, context),
            rows: members.map((test) => testRow(test, context)),
          })),
          places: entries.map(({ file }) => file),
        }),
      },
    ];
  },
};

/** A test's name may be a whole sentence; its anchor must stay the same when others come and go. */
const anchorOf = ({ id }: TestItem): string =>
  `test-${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;

/** `12 passed, 1 failed`: only the verdicts that there are. */
function countsOf(tests: readonly TestItem[], { words, format }: PageContext): string {
  return testVerdicts
    .map((verdict) => ({
      verdict,
      n: tests.filter(({ attributes }) => attributes.verdict === verdict).length,
    }))
    .filter(({ n }) => n > 0)
    .map(({ verdict, n }) => words(`tests.count-${verdict}`, { n: format.number(n) }))
    .join(", ");
}

function testRow(test: TestItem, context: PageContext): object {
  const { verdict, name, message = "", changedSince = [] } = test.attributes;
  return {
    anchor: anchorOf(test),
    verdict: context.words(`tests.verdict-${verdict}`),
    name: name === "" ? context.words("tests.no-name") : name,
    message:
      changedSince.length === 0
        ? message
        : context.words("tests.changed-since", { names: changedSince.join(", ") }),
    verifies: verifiedBy(test, context),
  };
}

const verifiedBy = (test: TestItem, { graph, link }: PageContext): readonly LinkText[] =>
  (graph.outgoing.get(test.id) ?? [])
    .filter(({ role }) => role === "verifies")
    .map(({ target, to }) => (target === undefined ? { text: to } : link(target, to)));
