import { loadWords } from "#config/load-templates.ts";
import { parsePage } from "#markdown/index.ts";
import { fitBody } from "#render/html/body/fit-body.ts";
import { describe, expect, test } from "vitest";

const words = loadWords("pt-BR");
const table = "| Coluna | Linhas |\n| --- | ---: |\n| `id` | 1 |\n";

function fit(markdown: string): string {
  const { html } = parsePage(markdown, {
    rewrite: (url) => url,
    footnotes: { label: "", back: "" },
  });
  return fitBody(html, (key) => words[key] ?? key);
}

describe("a table", () => {
  const rows = (count: number): string => `${table}${"| a | 1 |\n".repeat(count - 1)}`;

  test("has room for tools when it is long enough for them", () => {
    expect(fit(rows(6))).not.toContain("table-tools");
    expect(fit(rows(7))).toContain('<div class="table-tools"></div><div class="table"');
    expect(fit(rows(13))).toContain('<div class="table long"');
  });

  test("with cells that span others has none", () => {
    const row = "<tr><td colspan=2>a</td></tr>";
    const html = fit(`<table><thead><tr><th>a</th></tr></thead>${row.repeat(9)}</table>\n`);
    expect(html).not.toContain("table-tools");
  });

  test("of many hundred rows comes in parts, which together have them all", () => {
    const html = fit(rows(1000));
    expect(html.match(/<tbody>/g)).toHaveLength(10);
    expect(html.match(/<\/tbody>/g)).toHaveLength(10);
    expect(html.match(/<tr>/g)).toHaveLength(1001);
  });
});

describe("a heading", () => {
  const idsOf = (html: string) => Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id);

  test("answers to its anchor without accents too", () => {
    const html = fit("## Migrações\n\n## Índice não único\n");
    expect(idsOf(html)).toEqual(["migrações", "migracoes", "índice-não-único", "indice-nao-unico"]);
    expect(html).toContain('<a class="anchor" id="migracoes" href="#migrações"');
  });

  test("takes no anchor that the page has, and gives none twice", () => {
    const html = fit('## Ação\n\n## Acao\n\n## Açao\n\n## É\n\n<a name="e"></a>\n\n## 概要\n');
    expect(idsOf(html)).toEqual(["ação", "acao", "açao", "é", "概要"]);
  });
});

describe("what stands in colour", () => {
  const inCell = (text: string): string => fit(`| a |\n| --- |\n| ${text} |\n`);

  test("is the state that a cell begins with, its reason apart", () => {
    expect(inCell("✔ atendido: o limite foi respeitado")).toContain(
      '<td><span class="badge good">✔ atendido</span><span class="unseen">: </span>o limite',
    );
    expect(inCell("✘ lacuna")).toContain('<td><span class="badge bad">✘ lacuna</span></td>');
  });

  test("is read from its words where a sign has two meanings", () => {
    expect(inCell("● medido")).toContain('class="badge good"');
    expect(inCell("● crítica")).toContain('class="badge bad"');
  });

  test("is a verdict in bold, but not the word in a sentence", () => {
    expect(fit("**NO-GO** de hoje")).toContain('<strong class="badge bad">NO-GO</strong>');
    expect(fit("- **GO:** seguir")).toContain("<strong>GO:</strong>");
    expect(fit("NO-GO, **go**")).not.toContain("badge");
  });

  test("is the state of what the page is about", () => {
    expect(fit("> **✘ NO-GO**: há critério não atendido")).toContain(
      '<blockquote class="state bad">\n<p><strong class="badge bad">✘ NO-GO</strong>: há',
    );
  });

  test("is the method of an operation", () => {
    expect(fit("## `GET /a`")).toContain('<span class="method get">GET</span> /a');
    expect(inCell("[DELETE /a](b.md)")).toContain('<span class="method delete">DELETE</span> /a');
  });
});

test("a list marked as cards, figures or columns becomes that", () => {
  const html = fit("<!-- cards -->\n- a\n\nb\n\n- c\n");
  expect(html).toContain('<ul class="cards">\n<li>a</li>');
  expect(html).toContain("<ul>\n<li>c</li>");
});

test("lets a long name in a table break at its joints, and nowhere else", () => {
  const name = "public.visibilidade_objeto";
  const html = fit(`\`${name}\`\n\n| a |\n| --- |\n| [\`${name}\`](b_b.md) |\n`);
  const [outside, inside] = html.match(/<code>.*?<\/code>/g) ?? [];
  expect(outside).toBe(`<code>${name}</code>`);
  expect(inside).toBe("<code>public.<wbr>visibilidade_<wbr>objeto</code>");
});
