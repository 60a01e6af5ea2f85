import { expect, test } from "vitest";
import { replay } from "../../../support/migrations.ts";
import { pagesOf } from "../../../support/pages.ts";

const pageOf = async (text: string, language: "pt-BR" | "en" = "en") => {
  const { pages, codes } = pagesOf((await replay(text)).facts, language);
  const [page = ""] = Object.entries(pages).flatMap(([path, markdown]) =>
    path.endsWith("schema/lint.md") ? [markdown] : [],
  );
  return { page, codes, pages };
};

test("findings stand by rule, with the object, what is wrong and how to mend it", async () => {
  const { page, codes } = await pageOf(`create schema i;
create table i.a (id int);
-- rastro-ignore no-primary-key: um diário, só se acrescenta
create table i.b (id int);`);
  expect(page).toContain("1 warning, 0 notes, 1 turned off with a reason.");
  expect(page).toContain("| [no-primary-key](#no-primary-key) | 1 |");
  expect(page).toContain('## <a id="no-primary-key"></a>no-primary-key');
  expect(page).toContain(
    "- [i.a](tables/i.a.md): `i.a` has no primary key; name the columns that tell its rows apart, or add an identity column (`migrations/0001.sql:2`)",
  );
  expect(page).toContain(
    "| no-primary-key | [i.b](tables/i.b.md) | um diário, só se acrescenta | `migrations/0001.sql:4` |",
  );
  expect(codes.filter((code) => /template|render/.test(code))).toEqual([]);
});

test("a schema that keeps every rule says so, in both languages", async () => {
  expect((await pageOf("create schema i;")).page).toContain("No rule is broken.");
  expect((await pageOf("create schema i;", "pt-BR")).page).toContain("Nenhuma regra é infringida.");
});

test("names cannot leave their place", async () => {
  const { page } = await pageOf(
    'create schema i; create table i."`<b>[x](javascript:1)|" (id int);',
  );
  // What stands between backticks is only shown.
  const text = page.replace(/(?<!\\)`[^`]*`/g, "");
  expect(text).not.toMatch(/[^\\]\]\(javascript:/);
  expect(text).not.toMatch(/[^\\]<b>/);
});

test("the overview of the schema leads to it", async () => {
  const { pages } = await pageOf("create schema i;");
  const [, index = ""] =
    Object.entries(pages).find(([path]) => path.endsWith("schema/index.md")) ?? [];
  expect(index).toContain("[Findings in the schema](lint.md)");
});
