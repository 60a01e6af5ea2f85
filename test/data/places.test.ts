import { readData, readJson } from "#data/index.ts";
import { describe, expect, it } from "vitest";

const json = String.raw`{
  "a": { "b\"": [1, {"c": "d"}], "empty": {}, "200": true },
  "a2": "text",
  "list": [ [], ["x"] ]
}`;

describe("places in JSON", () => {
  const { value } = readJson(json, "a.json");

  it("a value is found at its line and column", () => {
    expect(value.locate(["a", 'b"', 1, "c"])).toEqual({ file: "a.json", line: 2, column: 27 });
    expect(value.locate(["list", 1, 0])).toEqual({ file: "a.json", line: 4, column: 18 });
  });

  it("a key is found where its quote stands", () => {
    expect(value.locateKey(["a", "200"])).toEqual({ file: "a.json", line: 2, column: 47 });
  });

  it("a text is found behind its quote", () => {
    expect(value.locateText(["a2"]).location).toEqual({ file: "a.json", line: 3, column: 10 });
  });

  it("a way that leads nowhere ends at the nearest value", () => {
    expect(value.locate(["a", "empty", "x"])).toMatchObject({ line: 2, column: 43 });
    expect(value.locateKey(["list", 0, 0])).toMatchObject({ line: 4, column: 13 });
  });

  it("agrees with the YAML parser on every part", () => {
    const yaml = readData(json, "a.json").value;
    const paths = [
      [],
      ["a"],
      ["a", 'b"'],
      ["a", 'b"', 0],
      ["a", "200"],
      ["list", 0],
      ["list", 1, 0],
    ];
    for (const path of paths) {
      expect(value.locate(path)).toEqual(yaml.locate(path));
      expect(value.locateKey(path)).toEqual(yaml.locateKey(path));
    }
  });

  it("what is not JSON is reported with its line", () => {
    const { diagnostics } = readJson('{\n  "a": [1,\n}', "a.json");
    expect(diagnostics[0]).toMatchObject({ code: "data/not-yaml", file: "a.json", line: 2 });
  });
});

const yaml = `base: &base
  shared: 1
200:
  <<: *base
  text: |
    first
    second
quoted: "two
  lines"
again: *base
`;

describe("places in YAML", () => {
  const { value } = readData(yaml, "a.yaml");

  it("a key that is a number is found by its text", () => {
    expect(value.locateKey(["200"])).toEqual({ file: "a.yaml", line: 3, column: 1 });
  });

  it("what a merge key or an alias brings is found where it is written", () => {
    expect(value.locate(["200", "shared"])).toMatchObject({ line: 2, column: 11 });
    expect(value.locate(["again", "shared"])).toMatchObject({ line: 2, column: 11 });
    expect(value.locate(["again"])).toMatchObject({ line: 10, column: 8 });
  });

  it("a block text begins on the line below its mark, and its lines are lines of the file", () => {
    const { location, followsLines } = value.locateText(["200", "text"]);
    expect(location).toMatchObject({ line: 6, column: 5 });
    expect(followsLines).toBe(true);
  });

  it("a quoted text begins behind its quote", () => {
    const { location, followsLines } = value.locateText(["quoted"]);
    expect(location).toMatchObject({ line: 8, column: 10 });
    expect(followsLines).toBe(false);
  });
});
