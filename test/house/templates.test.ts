import { loadTemplates } from "#config/index.ts";
import { describe, expect, test } from "vitest";
import { compileTemplate } from "../../generator/render/template/index.ts";
import { views } from "../../generator/render/views/index.ts";

const { templates, words } = loadTemplates();
/** Of the page above several projects, and of a committed changelog: no view plans them. */
const others = ["home", "changelog-section"];

describe("templates", () => {
  test("every view has one template, and every template a view", () => {
    const named = [...new Set(views.map(({ template }) => template)), ...others].sort();
    expect(templates.map(({ name }) => name).sort()).toEqual(named);
  });

  test("every template compiles", () => {
    const problems = templates.flatMap((source) => compileTemplate(source).diagnostics);
    expect(problems).toEqual([]);
  });

  test("both languages have the same words, each with the same holes", () => {
    const holes = (word = ""): readonly string[] => (word.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(words.en).sort()).toEqual(Object.keys(words["pt-BR"]).sort());
    for (const [key, word] of Object.entries(words.en)) {
      expect(holes(words["pt-BR"][key]), key).toEqual(holes(word));
      expect(word, key).not.toBe("");
    }
  });
});
