import { loadTemplates } from "#config/index.ts";
import { evaluate } from "#evaluate/index.ts";
import type { Graph } from "#model/graph.ts";
import { textOf } from "#model/pages/page.ts";
import type { MatrixResult } from "#model/trace/matrix-result.ts";
import type { Matrix } from "#model/trace/matrix.ts";
import { type ProjectSettings, sourceNames } from "#model/settings.ts";
import { makeSite, renderData, renderSite } from "#render/index.ts";
import { parseReqIf } from "#sources/requirements/reqif.ts";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { aGraph, item } from "../../support/graph.ts";

/** What every form of a matrix has to say alike. */
interface Told {
  readonly rows: readonly string[];
  readonly states: Readonly<Record<string, number>>;
  readonly filled: number;
  readonly of: number;
  readonly filter: string;
}

const project: ProjectSettings = {
  name: "",
  title: "P",
  sources: Object.fromEntries(
    sourceNames.map((name) => [name, []]),
  ) as unknown as ProjectSettings["sources"],
};
const library = loadTemplates();
const filter = "types: sys; where: status = approved | draft; show: all";

const countStates = (states: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(states.toSorted(), (state) => state)].map(([key, { length }]) => [key, length]),
  );

function render(graph: Graph) {
  const evaluation = evaluate(graph, {}).value;
  const projects = [{ project, graph, evaluation }];
  const input = { title: "P", languages: ["en"] as const, projects, ...library };
  const pages = renderSite(input).value;
  const site = makeSite(pages, { ...input, projects: [project] }, () => undefined).value;
  const data = new Map(renderData(projects, []).map(({ path, content }) => [path, content]));
  const page = pages.find(({ path }) => path === "matrices/M.md")?.markdown ?? "";
  const html = site.files.find(({ path }) => path === "site/matrices/M.html")?.content ?? "";
  return { result: evaluation.matrices[0], page, html: textOf(html), data };
}

/** RFC 4180, nothing else. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
  )) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
    if (end === "") break;
  }
  return lines.slice(0, -1);
}

const fromTable = (rows: readonly (readonly string[])[]): Told => {
  const body = rows.slice(1).filter(([first = ""]) => !first.startsWith("∑"));
  const summary = (name: string) => rows.find(([first]) => first === `∑ ${name}`) ?? [];
  return {
    rows: body.map(([first = ""]) => first.replace(/^'(?=[=+@-])/, "")),
    states: countStates(body.map((row) => row[3] ?? "")),
    filled: Number(summary("whole")[1]),
    of: Number(summary("whole")[3]),
    filter: summary("filter")[1] ?? "",
  };
};

function fromXlsx(bytes: Uint8Array): Told {
  const files = unzipSync(bytes);
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    processEntities: true,
    htmlEntities: true,
    isArray: (name) => name === "row" || name === "c",
  });
  type Cell = {
    readonly v?: string;
    readonly is?: { readonly t: string | { readonly "#text"?: string } };
  };
  const sheet = (name: string) => {
    const parsed = parser.parse(strFromU8(files[`xl/worksheets/${name}.xml`]!)) as {
      worksheet: { sheetData: { row?: readonly { c: readonly Cell[] }[] } };
    };
    return (parsed.worksheet.sheetData.row ?? []).map(({ c }) =>
      c.map(({ v, is }) => v ?? (typeof is?.t === "string" ? is.t : (is?.t["#text"] ?? ""))),
    );
  };
  return fromTable([...sheet("sheet1"), ...sheet("sheet2")]);
}

function fromJson(text: string): Told {
  const result = JSON.parse(text) as MatrixResult & { readonly filter: string };
  return {
    rows: result.lines.map((line) => line.item.replace(/^[a-z]+:/, "")),
    states: countStates(result.lines.map(({ state }) => state)),
    filled: result.whole.filled,
    of: result.whole.rows,
    filter: result.filter,
  };
}

/** Counts of a page in either form: the ratio of whole rows, and the states of its rows. */
function fromPage(text: string): Omit<Told, "rows"> {
  const [, filled, of] = /Whole rows\D*?(\d+)\/(\d+)/.exec(text) ?? [];
  const states = [...text.matchAll(/(?:✔|✘|◔) (whole|hole|justified)/g)].map(
    ([, state = ""]) => state,
  );
  return {
    states: countStates(states),
    filled: Number(filled ?? 0),
    of: Number(of ?? 0),
    filter: /<code>(types[^<]*)<\/code>|`(types[^`]*)`/.exec(text)?.slice(1).find(Boolean) ?? "",
  };
}

const nameOf = fc
  .stringMatching(/^[A-Za-z0-9=+@-][A-Za-z0-9._,"' ;&<>ç-]{0,8}$/)
  .filter((name) => name.trim() === name);
const graphOf = fc
  .uniqueArray(
    fc.record({
      name: nameOf,
      status: fc.constantFrom("approved", "draft", "rejected"),
      covered: fc.boolean(),
      derived: fc.boolean(),
    }),
    { selector: ({ name }) => name, maxLength: 12 },
  )
  .map((all) => {
    const columns: Matrix["columns"] = [
      {
        title: "Situação",
        field: "status",
        via: [],
        optional: false,
        location: { file: "m.yaml" },
      },
      {
        title: '=SUM(A1), "x"',
        via: [{ link: "covered-by" }],
        optional: false,
        location: { file: "m.yaml" },
      },
    ];
    const matrix = item("matrix", "M", {
      rows: { types: ["sys"], where: { status: ["approved", "draft"] } },
      columns,
      justified: { derived: "true" },
    });
    const rows = all.map(({ name, status, derived }) =>
      item("requirement", name, { type: "sys", status, fields: { derived: String(derived) } }),
    );
    const start = aGraph().with(matrix, item("requirement", "COVER-1", { type: "sw" }), ...rows);
    const covered = all.filter((each) => each.covered);
    return covered
      .reduce(
        (graph, { name }) => graph.linking("requirement:COVER-1", "covers", `requirement:${name}`),
        start,
      )
      .build();
  });

test("every form of a matrix has the same rows, states, counts and filter", () => {
  fc.assert(
    fc.property(graphOf, (graph) => {
      const { result, page, html, data } = render(graph);
      const json = fromJson(textOf(data.get("data/matrices/M.json") ?? ""));
      const told = { ...json, filter: `${filter}; justified: derived = true` };
      expect(json).toEqual(told);
      const csv = textOf(data.get("data/matrices/M.csv") ?? "");
      // Excel takes a text without this mark for one of its own code page.
      expect(csv.startsWith("\ufeff")).toBe(true);
      expect(fromTable(parseCsv(csv.slice(1)))).toEqual(told);
      expect(fromXlsx(data.get("data/matrices/M.xlsx") as Uint8Array)).toEqual(told);
      const reqif = textOf(data.get("data/matrices/M.reqif") ?? "");
      const { value, diagnostics } = parseReqIf(reqif, "M.reqif");
      expect(diagnostics).toEqual([]);
      const [covering, others] = [
        value.items.filter(({ type }) => type === "sw"),
        value.items.filter(({ type }) => type === "sys"),
      ];
      expect(others.map(({ name }) => name)).toEqual(told.rows);
      const links = (result?.lines ?? []).flatMap(({ cells }) => cells[1] ?? []).length;
      expect(value.items.flatMap((each) => each.links)).toHaveLength(links);
      expect(covering).toHaveLength(links === 0 ? 0 : 1);
      expect(reqif).toContain(told.filter);
      const { states, filled, of, filter: inForce } = told;
      const measurable = { states, filled, of, filter: inForce };
      expect(fromPage(page)).toEqual(measurable);
      expect(fromPage(html.replace(/<(?!\/?code)[^>]*>/g, ""))).toEqual(measurable);
    }),
    { numRuns: 15 },
  );
});

test("the same matrix is the same bytes, and its sheet has a frozen head and filters", () => {
  const [graph] = fc.sample(graphOf, { numRuns: 1, seed: 7 });
  const [one, two] = [render(graph!), render(graph!)].map(
    ({ data }) => data.get("data/matrices/M.xlsx") as Uint8Array,
  );
  expect(one).toEqual(two);
  const sheet = strFromU8(unzipSync(one!)["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain("<autoFilter ");
  // Readers ask for the style that cells without one have.
  expect(strFromU8(unzipSync(one!)["xl/styles.xml"]!)).toContain('<cellStyle name="Normal"');
});

test("in ReqIF no two items have the same identifier, whatever signs their names have", () => {
  const names = ["a_b", "a:b", "a b", "a-b", "a_-b", "a__b", "a.b", "aé", "a\u{1d11e}"];
  const matrix = item("matrix", "M", { rows: { types: ["sys"] }, columns: [] });
  const rows = names.map((name) => item("requirement", name, { type: "sys" }));
  const { data } = render(
    aGraph()
      .with(matrix, ...rows)
      .build(),
  );
  const reqif = textOf(data.get("data/matrices/M.reqif") ?? "");
  const ids = [...reqif.matchAll(/ IDENTIFIER="([^"]*)"/g)].map(([, id = ""]) => id);
  expect(ids.length).toBeGreaterThan(2 * names.length);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^_[\w.-]*$/);
});

test("where a cell of a column holds several items, all in it are called by their names alone", () => {
  const { page } = render(matrixOf(["SW-1", "SW-2"]));
  expect(page).toContain("[SW-1](");
  expect(page).not.toContain("SW-1: Part");
  expect(render(matrixOf(["SW-1"])).page).toContain("[SW-1: Part SW-1](");
});

/** A system that some parts cover, in a matrix. */
function matrixOf(parts: readonly string[]): Graph {
  const column = { title: "Parts", via: [{ link: "covered-by" }], optional: false };
  const matrix = item("matrix", "M", {
    rows: { types: ["sys"] },
    columns: [{ ...column, location: { file: "m.yaml" } }],
  });
  const start = aGraph().with(
    matrix,
    item("requirement", "SYS-1", { type: "sys" }),
    ...parts.map((name) => ({
      ...item("requirement", name, { type: "sw" }),
      title: `Part ${name}`,
    })),
  );
  return parts
    .reduce(
      (graph, name) => graph.linking(`requirement:${name}`, "covers", "requirement:SYS-1"),
      start,
    )
    .build();
}
