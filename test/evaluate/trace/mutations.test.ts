import { describeTrace, evaluateTrace, reviewLink } from "#evaluate/trace/index.ts";
import { buildGraph } from "#graph/index.ts";
import {
  type Fact,
  itemFact,
  lockFact,
  policyFact,
  type Reference,
  referenceFact,
} from "#model/fact.ts";
import type { Item } from "#model/item.ts";
import { itemDigest } from "#model/trace/digest.ts";
import type { ReviewedLink } from "#model/trace/lock.ts";
import type { WrittenTracePolicy } from "#model/trace/policy.ts";
import type { Requirement } from "#model/trace/requirement.ts";
import { expect, test } from "vitest";
import { randomNumbers } from "../../support/random.ts";
import { aRequirement, needs } from "../../support/trace.ts";

/** A project in which nothing is wrong, in pieces that can be broken one at a time. */
interface Project {
  readonly items: readonly Item[];
  readonly references: readonly Reference[];
  readonly reviewed: readonly ReviewedLink[];
}

type Pick = <Value>(list: readonly Value[]) => Value;

const policy: WrittenTracePolicy = {
  types: [
    { name: "dsn", tracesTo: ["req"] },
    { name: "test", tracesTo: ["dsn"] },
  ],
};

function findingsOf({ items, references, reviewed }: Project): readonly string[] {
  const facts: readonly Fact[] = [
    ...items.map(itemFact),
    ...references.map(referenceFact),
    policyFact(policy),
    lockFact({ file: "trace.lock", reviewed }),
  ];
  const { value: graph, diagnostics } = buildGraph(facts);
  const result = evaluateTrace(graph, new Map(), "2026-02-09");
  return [...diagnostics, ...describeTrace(graph, result, "2026-02-09")]
    .filter(({ severity }) => severity !== "info")
    .map(({ code }) => code);
}

const count = 12;
const numbers = Array.from({ length: count }, (_, index) => String(index));

/** Requirements, a design for each, a test for each design; designs build on each other. */
function cleanProject(): Project {
  const at = (line: number) => ({ file: "data.yaml", line });
  const dsn = (name: string) =>
    aRequirement(`D${name}`, { type: "dsn", rev: 3, ...needs("test"), acceptance: ["seen"] });
  const items: readonly Item[] = numbers.flatMap((name): readonly Item[] => [
    { ...aRequirement(`R${name}`, needs("dsn")), location: at(1) },
    dsn(name),
    {
      kind: "test",
      id: `test:T${name}`,
      title: `T${name}`,
      location: at(3),
      attributes: { suite: "s", name: `T${name}`, verdict: "passed" },
    },
  ]);
  const references: readonly Reference[] = numbers.flatMap((name): readonly Reference[] => [
    { from: `requirement:D${name}`, role: "covers", to: `R${name}`, location: at(10) },
    {
      from: `test:T${name}`,
      role: "verifies",
      to: `D${name}~3`,
      location: at(11),
      pin: { digest: itemDigest(dsn(name)).slice(0, 12) },
    },
    {
      from: `requirement:D${name}`,
      role: "depends-on",
      to: `D${String(Math.floor(Number(name) / 2))}`,
      location: at(12),
    },
  ]);
  const tree = references.filter(({ from, to }) => from !== `requirement:${to}`);
  const { value: graph } = buildGraph([
    ...items.map(itemFact),
    ...tree.map(referenceFact),
    policyFact(policy),
  ]);
  const { links } = evaluateTrace(graph, new Map());
  return {
    items,
    references: tree,
    reviewed: links.map((traced) => reviewLink(traced, graph, "read")),
  };
}

const changeItem = (project: Project, chosen: Item, change: (item: Item) => Item): Project => ({
  ...project,
  items: project.items.map((item) => (item === chosen ? change(item) : item)),
});

const changeLink = (project: Project, chosen: Reference, change: Partial<Reference>): Project => ({
  ...project,
  references: project.references.map((each) => (each === chosen ? { ...each, ...change } : each)),
});

const withAttributes = (item: Item, attributes: object): Item =>
  ({ ...item, attributes: { ...item.attributes, ...attributes } }) as Item;

const requirements = ({ items }: Project) => items.filter(({ kind }) => kind === "requirement");
const tests = ({ items }: Project) => items.filter(({ kind }) => kind === "test");
const linksOf = ({ references }: Project, role: string) =>
  references.filter((each) => each.role === role);

type Mutation = (project: Project, pick: Pick) => Project;

const newText =
  (attributes: Partial<Requirement>): Mutation =>
  (project, pick) =>
    changeItem(project, pick(requirements(project)), (item) => withAttributes(item, attributes));

/** Ten kinds of faults, and the finding that each has to make. */
const faults: Readonly<Record<string, readonly [code: string, mutate: Mutation]>> = {
  "a link is deleted": [
    "evaluate/trace-review-without-link",
    (project, pick) => {
      const lost = pick(project.references);
      return { ...project, references: project.references.filter((each) => each !== lost) };
    },
  ],
  "a normative text is edited": [
    "evaluate/trace-suspect",
    (project, pick) =>
      newText(pick([{ statement: "x" }, { acceptance: ["y"] }, { needs: [], statement: "z" }]))(
        project,
        pick,
      ),
  ],
  "a test fails or is skipped": [
    "evaluate/trace-not-covered",
    (project, pick) =>
      changeItem(project, pick(tests(project)), (item) =>
        withAttributes(item, { verdict: pick(["failed", "error", "skipped"]) }),
      ),
  ],
  "a target is retired": [
    "evaluate/trace-inactive",
    (project, pick) =>
      changeItem(project, pick(requirements(project)), (item) =>
        withAttributes(item, { status: pick(["retired", "rejected"]) }),
      ),
  ],
  "a link goes to the wrong level": [
    "evaluate/trace-forbidden",
    (project, pick) =>
      changeLink(project, pick(linksOf(project, "verifies")), { to: `R${pick(numbers)}` }),
  ],
  "an id is given twice": [
    "graph/duplicate-id",
    (project, pick) => {
      const twice = pick(project.items);
      return { ...project, items: [...project.items, { ...twice, title: "other" }] };
    },
  ],
  "coverage goes in a circle": [
    "evaluate/trace-not-covered",
    (project, pick) => {
      const name = pick(numbers);
      const circle: Reference = {
        from: `requirement:R${name}`,
        role: "covers",
        to: `D${name}`,
        location: { file: "data.yaml", line: 20 },
      };
      return { ...project, references: [...project.references, circle] };
    },
  ],
  "a result is older than its subject": [
    "evaluate/trace-suspect",
    (project, pick) =>
      changeLink(project, pick(linksOf(project, "verifies")), { pin: { digest: "000000000000" } }),
  ],
  "a link names another revision": [
    "evaluate/trace-revision",
    (project, pick) => {
      const link = pick(linksOf(project, "verifies"));
      return changeLink(project, link, { to: link.to.replace("~3", pick(["~2", "~4"])) });
    },
  ],
  "a review is forged": [
    "evaluate/trace-suspect",
    (project, pick) => {
      const forged = pick(project.reviewed);
      const target = { ...forged.target, title: "0123456789abcdef" };
      return {
        ...project,
        reviewed: project.reviewed.map((each) => (each === forged ? { ...each, target } : each)),
      };
    },
  ],
};

/** Edits that change no fact that counts. */
const harmless: readonly Mutation[] = [
  (project, pick) =>
    changeItem(project, pick(project.items), (item) => ({
      ...item,
      location: { file: "moved.yaml", line: 77 },
    })),
  (project, pick) =>
    changeItem(project, pick(requirements(project)), (item) => ({
      ...item,
      description: { text: "more words", location: item.location },
    })),
  (project, pick) =>
    changeItem(project, pick(tests(project)), (item) => withAttributes(item, { suite: "other" })),
  (project, pick) =>
    changeItem(project, pick(requirements(project)), (item) =>
      withAttributes(item, { status: "accepted" }),
    ),
  (project, pick) =>
    changeLink(project, pick(project.references), { location: { file: "x.yaml" } }),
  (project, pick) =>
    changeLink(project, pick(linksOf(project, "covers")), { written: "as it stands in a file" }),
  (project) => ({ ...project, items: project.items.toReversed() }),
  (project) => ({ ...project, references: project.references.toReversed() }),
  (project, pick) => ({
    ...project,
    references: [...project.references, pick(project.references)],
  }),
  (project, pick) => {
    const [item] = [pick(requirements(project))];
    const old = item.id.replace("requirement:", "OLD-");
    return changeItem(project, item, (each) => ({ ...each, movedFrom: [old] }));
  },
];

const draw = (seed: number): Pick => {
  const random = randomNumbers(seed);
  return (list) => list[Math.floor(random.next().value * list.length)] as (typeof list)[number];
};

const clean = cleanProject();

test("nothing is wrong before", () => {
  expect(findingsOf(clean)).toEqual([]);
});

test.each(Object.entries(faults))("every time it is found that %s", (_, [code, mutate]) => {
  const missed = Array.from({ length: 100 }, (__, seed) => seed).filter(
    (seed) => !findingsOf(mutate(clean, draw(seed))).includes(code),
  );
  expect(missed).toEqual([]);
});

test("a thousand edits that mean nothing raise no alarm", () => {
  const alarms = Array.from({ length: 1000 }, (_, seed) => {
    const mutate = harmless[seed % harmless.length] as Mutation;
    return findingsOf(mutate(clean, draw(seed)));
  });
  expect(alarms.flat()).toEqual([]);
});
