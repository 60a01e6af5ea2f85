import { toFinding } from "#diagnostics/index.ts";
import { describe, expect, test } from "vitest";
import { readProgramme } from "../../../generator/sources/programme/index.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { portugueseKeys } from "../../support/portuguese-schema.ts";

const read = async (text: string) => {
  const root = temporaryFolder({ "p/a.yaml": text });
  const { value, diagnostics } = await readProgramme({
    root,
    entries: [{ path: "p", foreign: false }],
  });
  return {
    items: value.flatMap((fact) => (fact.fact === "item" ? [fact.item] : [])),
    links: value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference] : [])),
    findings: diagnostics.map((each) => toFinding(each, "pt-BR")),
  };
};

const english = `
team:
  - { id: Ana, title: Ana, role: DBA, responsibilities: [Migrar] }
work-items:
  - id: OPT1
    title: Partições
    stage: S1
    owner: Ana
    due: 2026-02-12T17:00:00Z
    weekday: quinta-feira
    status: ready
    criteria:
      - { title: Rápida, metric: q1, op: "<=", threshold: -10, unit: "%" }
    conflicts:
      - { field: title, values: [{ value: a, origin: b }, { value: c, origin: d }] }
syncs:
  - { id: Y, title: Y, start: 2026-02-07T10:00:00Z, status: scheduled, duration: 5,
      agenda: [{ topic: T, minutes: 5 }] }
`;

/** The same text with every key in Portuguese, as people write it, with accents or without. */
const inPortuguese = (text: string, accents: boolean): string =>
  text.replace(/([\w-]+)(?=: )|([\w-]+)(?=:\n)/g, (key) => {
    const other = portugueseKeys[key] ?? key;
    return accents ? other : other.normalize("NFD").replace(/\p{Mn}/gu, "");
  });

describe("keys in Portuguese", () => {
  test.each([true, false])("say the same as English keys (with accents: %s)", async (accents) => {
    const [one, other] = [await read(english), await read(inPortuguese(english, accents))];
    expect(other.findings.map(({ code }) => code)).toEqual(one.findings.map(({ code }) => code));
    expect(one.findings.every(({ code }) => code === "sources/programme-declared-conflict")).toBe(
      true,
    );
    // Keys of another length move what stands behind them.
    const withoutColumns = (key: string, value: unknown) => (key === "column" ? 0 : value);
    const plain = ({ items }: typeof one) =>
      JSON.stringify(
        items.map(({ id, attributes }) => ({ id, attributes })),
        withoutColumns,
        1,
      );
    expect(plain(other)).toBe(plain(one));
    expect(other.links.map(({ from, role, to }) => [from, role, to])).toEqual(
      one.links.map(({ from, role, to }) => [from, role, to]),
    );
  });

  test("a mistake is reported where the Portuguese key stands, in its words", async () => {
    const { findings } = await read(
      "trabalhos:\n  - id: OPT1\n    título: T\n    situação: pronto\n",
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "data/wrong-value", line: 4, column: 15 }),
    );
    const wrong = findings.find(({ code }) => code === "data/wrong-value");
    expect(wrong?.message).toContain("trabalhos[OPT1].situação");
  });

  test("a misspelt Portuguese key is told the Portuguese key that was meant", async () => {
    const { findings } = await read("equipe:\n  - id: Ana\n    papel: DBA\n    apelido: [A]\n");
    const [unknown] = findings.filter(({ code }) => code === "data/unknown-key");
    expect(unknown).toMatchObject({ line: 4, column: 5, suggestions: ["apelidos"] });
  });

  test("a key under both of its names is an error where it stands the second time", async () => {
    const { findings } = await read("team:\n  - id: Ana\n    role: DBA\n    papel: QA\n");
    expect(findings).toMatchObject([
      { code: "data/key-twice", severity: "error", line: 4, column: 5, target: "papel" },
    ]);
    expect(findings[0]?.message).toBe("`papel` e `role` são dois nomes da mesma chave");
  });

  test("a part that is used in many places is read once and stays where it is", async () => {
    const { items, findings } = await read(
      "equipe:\n  - &ana { id: Ana, papel: DBA }\n  - { <<: *ana, id: Bia }\n",
    );
    expect(findings).toEqual([]);
    expect(items.map(({ id, location }) => [id, location.line])).toEqual([
      ["member:Ana", 2],
      ["member:Bia", 3],
    ]);
  });
});

describe("ids", () => {
  test("name one thing in the whole programme, whatever its kind", async () => {
    const { findings } = await read(
      "team:\n  - { id: X, role: DBA }\nstages:\n  - { id: X, title: S, status: planned }\n",
    );
    expect(findings).toMatchObject([
      { code: "sources/programme-id-shared", line: 4, related: [{ line: 2 }] },
    ]);
  });
});
