import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { linkRoles } from "../../../generator/model/links/link-role.ts";
import { collections, readers } from "../../../generator/sources/programme/nouns/index.ts";

const folder = join(import.meta.dirname, "../../../schemas");

interface Schema {
  readonly description?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

const load = (name: string): Schema =>
  JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8")) as Schema;

const nouns = Object.keys(readers).map((noun) =>
  noun === "programme" ? "programme-record" : noun,
);

describe("schemas", () => {
  test("every noun has one, and every collection of a file names it", () => {
    const files = readdirSync(folder);
    expect(nouns.filter((noun) => !files.includes(`${noun}.schema.json`))).toEqual([]);
    const { properties = {} } = load("programme");
    const named = [...collections].map(([key]) => properties[key]?.items?.$ref);
    expect(named).toEqual([...collections.values()].map((noun) => `${noun}.schema.json`));
  });

  test("every key is described, for editors to show", () => {
    const silent = nouns.flatMap((noun) =>
      Object.entries(load(noun).properties ?? {})
        .filter(([, { description, $ref }]) => description === undefined && $ref === undefined)
        .map(([key]) => `${noun}.${key}`),
    );
    expect(silent).toEqual([]);
  });

  test("what they refer to is there", () => {
    const references = nouns
      .flatMap((noun) => [...JSON.stringify(load(noun)).matchAll(/"\$ref":"([^"]+)"/g)])
      .map(([, reference = ""]) => reference.split("#/$defs/"));
    const broken = references.filter(([file = "", name]) => {
      const schema = load(file.replace(".schema.json", ""));
      return name !== undefined && schema.$defs?.[name] === undefined;
    });
    expect(references.length).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });

  test("the roles of free links are those of the model", () => {
    const roles = load("record").$defs?.["role"]?.enum;
    expect(roles).toEqual(Object.keys(linkRoles));
  });
});
