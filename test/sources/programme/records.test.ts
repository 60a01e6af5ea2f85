import { quorum } from "../../support/graph.ts";
import { describe, expect, test } from "vitest";
import { type Diagnostic, toFinding } from "../../../generator/diagnostics/index.ts";
import type { Fact } from "../../../generator/model/fact.ts";
import type { Item, ItemKind } from "../../../generator/model/item.ts";
import { readProgramme } from "../../../generator/sources/programme/index.ts";
import { temporaryFolder } from "../../support/folder.ts";

const read = async (files: Readonly<Record<string, string>>, foreign = false) => {
  const root = temporaryFolder(files);
  const { value, diagnostics } = await readProgramme({ root, entries: [{ path: "p", foreign }] });
  return { facts: value, diagnostics };
};

const readOne = (text: string) => read({ "p/a.yaml": text });

const places = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, file, line, column }) => [code, file, line, column]);

const itemsOf = <Kind extends ItemKind>(facts: readonly Fact[], kind: Kind): Item<Kind>[] =>
  facts.flatMap((fact) =>
    fact.fact === "item" && fact.item.kind === kind ? [fact.item as Item<Kind>] : [],
  );

const referencesOf = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : []));

describe("records become items", () => {
  const work = [
    "work-items:",
    "  - title: Criação de partições",
    "    id: OPT1",
    "    stage: S3",
    "    owner: Agent-DB",
    "    support: [Executor]",
    "    due: 2026-02-12T17:00:00Z",
    "    status: ready",
    "    criteria:",
    "      - As partições existem",
    '      - { title: Rápida, metric: q1, op: "<=", threshold: -10, unit: "%" }',
    "    delivers:",
    "      - { title: Gatilho, path: p/a.yaml }",
    "      - { id: PLANO, title: Plano, path: nada.md }",
    "",
  ].join("\n");

  test("an item stands where its id is written", async () => {
    const { facts, diagnostics } = await readOne(work);
    expect(diagnostics).toEqual([]);
    const [item] = itemsOf(facts, "work-item");
    expect(item).toMatchObject({
      id: "work-item:OPT1",
      title: "Criação de partições",
      location: { file: "p/a.yaml", line: 3, column: 9 },
      attributes: { owner: "Agent-DB", due: "2026-02-12T17:00:00Z", outputs: ["OPT1-D1", "PLANO"] },
    });
  });

  test("a reference stands where the name is written", async () => {
    const { facts } = await readOne(work);
    expect(referencesOf(facts)).toContainEqual({
      from: "work-item:OPT1",
      role: "owned-by",
      to: "Agent-DB",
      location: { file: "p/a.yaml", line: 5, column: 12 },
    });
    expect(referencesOf(facts)).toContainEqual({
      from: "work-item:OPT1",
      role: "supported-by",
      to: "Executor",
      location: { file: "p/a.yaml", line: 6, column: 15 },
    });
  });

  test("criteria written inside a record belong to it and accept measurements alone", async () => {
    const { facts } = await readOne(work);
    const criteria = itemsOf(facts, "criterion");
    expect(criteria.map(({ id, title }) => [id, title])).toEqual([
      ["criterion:OPT1-C1", "As partições existem"],
      ["criterion:OPT1-C2", "Rápida"],
    ]);
    expect(criteria[1]?.attributes).toEqual({
      of: "OPT1",
      metric: "q1",
      op: "<=",
      threshold: -10,
      unit: "%",
      accepts: ["measured"],
      waivable: false,
      askedAt: { file: "p/a.yaml", line: 11, column: 34 },
    });
    expect(
      referencesOf(facts)
        .filter(({ role }) => role === "assesses")
        .map(({ to }) => to),
    ).toEqual(["work-item:OPT1", "work-item:OPT1"]);
  });

  test("whether an artefact exists is seen on the disk", async () => {
    const { facts } = await readOne(work);
    expect(itemsOf(facts, "artefact").map(({ attributes }) => attributes.state)).toEqual([
      "exists",
      "missing",
    ]);
  });

  test("a deliverable is missing, empty or there, and one outside the project is missing", async () => {
    const one = (id: string, path: string) =>
      `  - {id: ${id}, title: t, stage: S, order: 1, owner: o, purpose: p, document: "${path}"}`;
    const { facts } = await read({
      "vazio.md": "",
      "p/a.yaml": [
        "deliverables:",
        one("A", "nada.md"),
        one("B", "vazio.md"),
        one("C", "p/a.yaml"),
        one("D", "../../etc/passwd"),
        "",
      ].join("\n"),
    });
    expect(itemsOf(facts, "deliverable").map(({ attributes }) => attributes.state)).toEqual([
      "missing",
      "empty",
      "exists",
      "missing",
    ]);
  });

  test("a file that ends in .gate.yaml is one gate", async () => {
    const { facts, diagnostics } = await read({
      "p/g.gate.yaml":
        "id: g\ntitle: G\nstage: S\nsignatures: [{ role: CTO }]\ncriteria: [Tudo passa]\n",
    });
    expect(diagnostics).toEqual([]);
    expect(itemsOf(facts, "gate")[0]?.attributes.signatures).toEqual([
      { ...quorum("CTO"), location: { file: "p/g.gate.yaml", line: 4, column: 22 } },
    ]);
    expect(itemsOf(facts, "criterion").map(({ id }) => id)).toEqual(["criterion:g-C1"]);
  });

  test("a link in a description is found on its own line", async () => {
    const { facts } = await readOne(
      "risks:\n  - id: R\n    title: R\n    severity: low\n    mitigation: m\n    description: |\n      Um.\n      Veja [[OPT1]].\n",
    );
    expect(referencesOf(facts)).toMatchObject([{ to: "OPT1", location: { line: 8 } }]);
  });

  test("links of any role can be written on any record", async () => {
    const { facts } = await readOne(
      "team:\n  - id: A\n    role: x\n    links: [{ role: verifies, to: P3 }]\n",
    );
    expect(referencesOf(facts)).toMatchObject([{ role: "verifies", to: "P3" }]);
  });
});

describe("what is wrong is reported where it is written", () => {
  test("an unknown key, with the key that was meant", async () => {
    const { diagnostics } = await readOne("team:\n  - id: A\n    role: x\n    alias: [B]\n");
    expect(places(diagnostics)).toEqual([["data/unknown-key", "p/a.yaml", 4, 5]]);
    expect(diagnostics[0]?.suggestions).toContain("aliases");
  });

  test("an unknown collection, with the one that was meant", async () => {
    const { diagnostics } = await readOne("stage: []\n");
    expect(diagnostics[0]).toMatchObject({ code: "data/unknown-key", suggestions: ["stages"] });
  });

  test("a value of the wrong kind, and a record without its id", async () => {
    const { diagnostics, facts } = await readOne(
      "team:\n  - role: x\nrisks:\n  - { id: R, title: R, severity: alto, mitigation: m }\n",
    );
    expect(places(diagnostics)).toEqual([
      ["data/missing-key", "p/a.yaml", 2, 5],
      ["data/wrong-value", "p/a.yaml", 4, 34],
    ]);
    expect(facts.find(({ fact }) => fact === "tally")).toMatchObject({
      tally: { read: 2, modelled: 1, notUnderstood: 1 },
    });
  });

  test("one broken file does not silence the others", async () => {
    const { facts, diagnostics } = await read({
      "p/a.yaml": "team: [\n",
      "p/b.yaml": "team: [{ id: A, role: x }]\n",
    });
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["data/not-yaml", "p/a.yaml"],
    ]);
    expect(itemsOf(facts, "member")).toHaveLength(1);
  });

  test("in a foreign file defects are warnings, and so are its broken links", async () => {
    const { facts, diagnostics } = await read(
      { "p/a.yaml": "actions: [{ id: A, title: A, owner: Z, status: opne }]\n" },
      true,
    );
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(referencesOf(facts)).toMatchObject([{ to: "Z", foreign: true }]);
  });
});

describe("dates, weekdays and minutes agree", () => {
  const stage = (...lines: readonly string[]) =>
    [
      "stages:",
      "  - id: S",
      "    title: S",
      "    order: 1",
      "    status: ready",
      ...lines.map((line) => `    ${line}`),
      "",
    ].join("\n");

  test("a weekday that is not that of its date is an error that names the right one", async () => {
    const { diagnostics } = await readOne(stage("start: 2026-02-07", "weekday: sexta-feira"));
    expect(places(diagnostics)).toEqual([["sources/programme-wrong-weekday", "p/a.yaml", 7, 14]]);
    expect(toFinding(diagnostics[0]!, "pt-BR").message).toBe(
      "2026-02-07 cai em `sábado`, não em `sexta-feira`",
    );
  });

  test("the weekday is that of the day as written, whatever the zone", async () => {
    const { diagnostics } = await readOne(
      stage('start: "2026-02-06T23:30:00-03:00"', "weekday: friday"),
    );
    expect(diagnostics).toEqual([]);
  });

  test("a day that no calendar has is an error", async () => {
    const { diagnostics } = await readOne(stage("start: 2026-02-30", "weekday: monday"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["sources/programme-no-such-date"]);
  });

  test("a moment without an offset from UTC is an error", async () => {
    const { diagnostics } = await readOne(stage("start: 2026-02-06T10:00:00"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["data/wrong-value"]);
  });

  test("an end before the start is an error, also across offsets", async () => {
    const { diagnostics } = await readOne(
      stage("start: 2026-02-06T10:00:00-03:00", "end: 2026-02-06T12:00:00Z"),
    );
    expect(places(diagnostics)).toEqual([
      ["sources/programme-ends-before-start", "p/a.yaml", 7, 10],
    ]);
  });

  test("minutes of an agenda that do not add up to the duration are an error", async () => {
    const sync = (duration: number) =>
      `syncs:\n  - id: S\n    title: S\n    order: 1\n    start: 2026-02-07T10:00:00Z\n    status: scheduled\n    duration: ${String(duration)}\n    agenda:\n      - { topic: a, minutes: 10 }\n      - { topic: b, minutes: 35 }\n`;
    expect((await readOne(sync(45))).diagnostics).toEqual([]);
    const { diagnostics } = await readOne(sync(60));
    expect(places(diagnostics)).toEqual([
      ["sources/programme-agenda-does-not-add-up", "p/a.yaml", 7, 15],
    ]);
  });
});

describe("evidence keeps its grade", () => {
  const measurement = (rest: string) =>
    `measurements:\n  - { id: M, metric: q1, value: -15, unit: "%", ${rest} }\n`;

  test("a figure without a grade is declared", async () => {
    const { facts } = await readOne(measurement("subject: OPT1"));
    expect(itemsOf(facts, "measurement")[0]?.attributes.grade).toBe("declared");
  });

  test("a figure that is called measured without its run is an error", async () => {
    const { diagnostics } = await readOne(measurement("grade: measured, time: 2026-02-06"));
    expect(diagnostics[0]).toMatchObject({
      code: "sources/programme-measured-without-run",
      args: { missing: ["environment", "commit", "command"] },
    });
  });

  test("a recorded run is measured", async () => {
    const { facts, diagnostics } = await readOne(
      measurement(
        'grade: measured, time: 2026-02-06, environment: x, command: y, commit: "8c51dfa"',
      ),
    );
    expect(diagnostics).toEqual([]);
    expect(itemsOf(facts, "measurement")[0]?.attributes.grade).toBe("measured");
  });
});

describe("contradictions", () => {
  const risk = (title: string, rest = "") =>
    `risks:\n  - id: R\n    title: ${title}\n    severity: low\n    mitigation: m\n${rest}`;
  const declared =
    "    conflicts:\n      - field: title\n        values:\n          - { value: Um, origin: a }\n          - { value: Dois, origin: b }\n";

  test("one id with two titles is an error at the second", async () => {
    const { facts, diagnostics } = await read({ "p/a.yaml": risk("Um"), "p/b.yaml": risk("Dois") });
    expect(places(diagnostics)).toEqual([["sources/programme-contradiction", "p/b.yaml", 3, 12]]);
    expect(diagnostics[0]?.related).toMatchObject([{ file: "p/a.yaml", line: 3 }]);
    expect(itemsOf(facts, "risk")).toHaveLength(1);
  });

  test("declared, it is a warning and an item of its own", async () => {
    const { facts, diagnostics } = await read({
      "p/a.yaml": risk("Um", declared),
      "p/b.yaml": risk("Dois"),
    });
    expect(diagnostics).toMatchObject([
      { code: "sources/programme-declared-conflict", severity: "warning", line: 7 },
    ]);
    expect(itemsOf(facts, "conflict")).toMatchObject([
      {
        id: "conflict:R.title",
        attributes: {
          subject: "R",
          values: [
            { value: "Um", origin: "a" },
            { value: "Dois", origin: "b" },
          ],
        },
      },
    ]);
    expect(itemsOf(facts, "risk")).toMatchObject([{ title: "Um" }]);
  });

  test("two equal records of one id stay two, for the graph to report", async () => {
    const { facts } = await read({ "p/a.yaml": risk("Um"), "p/b.yaml": risk("Um") });
    expect(itemsOf(facts, "risk")).toHaveLength(2);
  });
});
