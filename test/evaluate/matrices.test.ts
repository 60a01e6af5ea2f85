import { evaluate } from "#evaluate/index.ts";
import type { Matrix } from "#model/trace/matrix.ts";
import { describe, expect, test } from "vitest";
import { aGraph, item } from "../support/graph.ts";

const column = (more: Partial<Matrix["columns"][number]>): Matrix["columns"][number] => ({
  title: "coluna",
  via: [],
  optional: false,
  location: { file: "m.yaml", line: 7 },
  ...more,
});

const things = aGraph()
  .with(
    item("requirement", "SYS-1", { type: "sys", status: "approved" }),
    item("requirement", "SYS-2", { type: "sys", status: "approved", fields: { derived: "true" } }),
    item("requirement", "SYS-3", { type: "sys", status: "draft" }),
    item("requirement", "SW-1", { type: "sw" }),
    item("requirement", "SW-2", { type: "sw" }),
    item("requirement", "T-1", { type: "test-case", rev: 3 }),
  )
  .linking("requirement:SW-1", "covers", "SYS-1")
  .linking("requirement:SW-2", "covers", "SYS-1")
  .linking("requirement:T-1", "verifies", "SW-2");

const rows = { types: ["sys"] };

function fill(matrix: Partial<Matrix>) {
  const graph = things.with(item("matrix", "M", { rows, ...matrix })).build();
  const { value, diagnostics } = evaluate(graph, {});
  const [result] = value.matrices;
  if (!result) throw new Error("no matrix");
  return {
    result,
    cells: result.lines.map((line) => [
      line.item.replace(/^.*:/, ""),
      ...line.cells.map((cell) => cell.map(({ name }) => name).join(" ")),
      line.state,
    ]),
    found: diagnostics
      .filter(({ code }) => code.startsWith("evaluate/matrix"))
      .map(({ code, severity, line, args }) => [severity, code, line, args]),
  };
}

describe("a declared matrix", () => {
  test("follows links one after the other, forwards and backwards, to what it asks for", () => {
    const columns = [
      column({ via: [{ link: "covered-by", types: ["sw"] }] }),
      column({
        via: [{ link: "covered-by" }, { link: "verified-by", where: { rev: { min: 3 } } }],
      }),
      column({
        via: [{ link: "covered-by" }, { link: "verified-by", where: { rev: 4 } }],
        optional: true,
      }),
    ];
    expect(fill({ columns }).cells).toEqual([
      ["SYS-1", "SW-1 SW-2", "T-1", "", "whole"],
      ["SYS-2", "", "", "", "hole"],
      ["SYS-3", "", "", "", "hole"],
    ]);
  });

  test("shows fields as well, which are no holes", () => {
    const columns = [
      column({ field: "status" }),
      column({ field: "derived" }),
      column({ field: "rev" }),
    ];
    expect(fill({ columns, rows: { where: { type: ["sys", "test-case"] } } }).cells).toEqual([
      ["SYS-1", "approved", "", "", "whole"],
      ["SYS-2", "approved", "true", "", "whole"],
      ["SYS-3", "draft", "", "", "whole"],
      ["T-1", "accepted", "", "3", "whole"],
    ]);
  });

  test("shows holes alone when it is asked to, and counts all rows all the same", () => {
    const columns = [column({ via: [{ link: "covered-by" }] })];
    const { result, cells } = fill({ columns, show: "holes", justified: { derived: "true" } });
    expect(cells).toEqual([["SYS-3", "", "hole"]]);
    expect(result.whole).toEqual({ filled: 1, justified: 1, rows: 3 });
    expect(result.heads[0]?.count).toEqual({ filled: 1, justified: 1, rows: 3 });
  });

  test("has in a grid a column for each item that can be found", () => {
    const columns = [column({ via: [{ link: "covered-by", types: ["sw"] }] })];
    const { cells, result } = fill({ columns, layout: "grid" });
    expect(result.heads.map(({ title }) => title)).toEqual(["SW-1", "SW-2"]);
    expect(cells).toEqual([
      ["SYS-1", "SW-1", "SW-2", "whole"],
      ["SYS-2", "", "", "hole"],
      ["SYS-3", "", "", "hole"],
    ]);
    expect(result.heads[0]?.count?.filled).toBe(1);
  });
});

describe("a threshold", () => {
  const via = [{ link: "covered-by" }];

  test("that is missed is a finding at its column, as grave as the matrix says", () => {
    const columns = [column({ title: "SW", via, atLeast: 0.995 })];
    const args = { matrix: "M", column: "SW", filled: 1, justified: 0, rows: 3, atLeast: 0.995 };
    expect(fill({ columns }).found).toEqual([
      ["error", "evaluate/matrix-below-threshold", 7, args],
    ]);
    expect(fill({ columns, severity: "warning" }).found[0]?.[0]).toBe("warning");
  });

  test("is met by what is there and what is justified", () => {
    const columns = [column({ via })];
    const where = { status: "approved" };
    const asked = { columns, rows: { ...rows, where }, atLeast: 1 };
    expect(fill({ ...asked, justified: { derived: "true" } }).found).toEqual([]);
    expect(fill(asked).found).toHaveLength(1);
  });

  test("on nothing is missed, for there is nothing to measure", () => {
    const { found, result } = fill({
      columns: [column({ via })],
      rows: { types: ["x"] },
      atLeast: 0,
    });
    expect(found.map(([severity, code]) => [severity, code])).toEqual([
      ["warning", "evaluate/matrix-without-rows"],
      ["error", "evaluate/matrix-below-threshold"],
    ]);
    expect(result.whole.verdict).toBe("not-measurable");
  });

  test("a link that nobody declares is a finding, not an empty column", () => {
    const { found } = fill({ columns: [column({ via: [{ link: "coverd-by" }] })] });
    expect(found).toEqual([["error", "evaluate/matrix-unknown-link", 7, { link: "coverd-by" }]]);
  });
});
