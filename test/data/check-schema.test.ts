import { checkSchema, readData } from "#data/index.ts";
import { toFinding } from "#diagnostics/index.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/repository.ts";

const folder = join(repository, "schemas");
const settings = JSON.parse(readFileSync(join(folder, "config.schema.json"), "utf8")) as object;

const said = (text: string, schema: object, language: "en" | "pt-BR" = "en"): readonly string[] =>
  checkSchema(readData(text, "a.yaml").value, schema).map(
    (each) => toFinding(each, language).message,
  );

test.each([
  ["sources: { sql: [5] }", "`sources.sql[0]` must be a text or a mapping, but is the number `5`"],
  ["languages: []", "`languages` must have at least 1 entry"],
  ["languages: [en, en]", "`languages` must have each entry only once"],
  ["title: ''", "`title` must have at least 1 character"],
  ["strict:", "`strict` must be `true` or `false`, but is empty"],
  [
    "site: { url: ftp }",
    "`site.url` must begin with `http://` or `https://`, but is the text `ftp`",
  ],
  ["asOf: 2026-02-30", "`asOf` must be a day of the calendar, but is the text `2026-02-30`"],
  ["- a", "the file must be a mapping, but is a list"],
  ["", "the file is empty"],
])("one defect is one finding, in words: %j", (text, expected) => {
  expect(said(text, settings)).toEqual([expected]);
});

test("the words are Portuguese where Portuguese is spoken", () => {
  expect(said("languages: []\nsources: { sql: [5] }", settings, "pt-BR")).toEqual([
    "`languages` deve ter pelo menos 1 item",
    "`sources.sql[0]` deve ser um texto ou um mapeamento, mas é o número `5`",
  ]);
});

test("what is missing in one place is one finding, and a misspelt key is not missing too", () => {
  const record = {
    type: "object",
    required: ["id", "title", "owner"],
    properties: { id: {}, title: {}, owner: {} },
    additionalProperties: false,
  };
  expect(said("{}", record)).toEqual(["the keys `id`, `title` and `owner` are missing"]);
  expect(said("{}", record, "pt-BR")).toEqual(["faltam as chaves `id`, `title` e `owner`"]);
  expect(said("{ id: 1, titel: x }", record)).toEqual([
    "the key `owner` is missing",
    "the key `titel` is not known here",
  ]);
});

const patterns = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), "utf8").matchAll(/"pattern": ("[^\n]*")/g)].map(
    ([, written = ""]) => JSON.parse(written.replace(/"[^"]*$/, '"')) as string,
  ),
);

test.each([...new Set(patterns)])("the pattern %s is said in words", (pattern) => {
  const [message] = said("'!'", { type: "string", pattern });
  expect(message).toMatch(/^the file must (be|begin|hold) /);
});
