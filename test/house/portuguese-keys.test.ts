import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import {
  portugueseKeys,
  portugueseSchema,
  programmeSchemas,
} from "../support/portuguese-schema.ts";

const keysIn = (part: unknown): readonly string[] => {
  if (typeof part !== "object" || part === null) return [];
  const { properties = {} } = part as { readonly properties?: object };
  return [...Object.keys(properties), ...Object.values(part).flatMap(keysIn)];
};

const folded = (key: string): string => key.normalize("NFD").replace(/\p{Mn}/gu, "");

describe("the Portuguese names of keys", () => {
  const keys = new Set([...programmeSchemas.values()].flatMap(keysIn));
  /** The same word in both languages, or a sign. */
  const shared = ["$schema", "id", "commit"];

  test("there is one for every key of the reports' data", () => {
    const nouns = [...programmeSchemas].filter(
      ([name]) => !/^(gate|measurement|waiver|sign-off|criterion)/.test(name),
    );
    const mine = new Set(nouns.flatMap(([, schema]) => keysIn(schema)));
    const without = [...mine].filter((key) => !shared.includes(key) && !(key in portugueseKeys));
    expect(without).toEqual([]);
  });

  test("none is also a key, and no two are alike", () => {
    const names = Object.values(portugueseKeys).map(folded);
    expect(names.filter((name) => keys.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("none is the name of a key that is not there", () => {
    expect(Object.keys(portugueseKeys).filter((key) => !keys.has(key))).toEqual([]);
  });

  test("the schema for editors knows both, and is current", async () => {
    const schema = portugueseSchema();
    const text = await format(JSON.stringify(schema), { parser: "json", printWidth: 100 });
    await expect(text).toMatchFileSnapshot("../../schemas/programa.schema.json");
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addFormat("calendar-day", true);
    const validate = ajv.compile(schema);
    expect(validate({ equipe: [{ id: "Ana", papel: "DBA" }] })).toBe(true);
    expect(validate({ team: [{ id: "Ana", role: "DBA" }] })).toBe(true);
    expect(validate({ equipe: [{ id: "Ana" }] })).toBe(false);
  });
});
