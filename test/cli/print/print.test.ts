import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageNumbers } from "#cli/print/page-numbers.ts";
import { loadTemplates } from "#config/index.ts";
import { bindPages } from "#render/index.ts";
import { readHtml } from "#verify/read-html.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserHint, hasBrowser } from "../../support/browser.ts";
import { layExampleProject } from "../../support/example-project.ts";
import { rastro } from "../../support/rastro.ts";

describe("print", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rastro-"));
    layExampleProject(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("binds the dossier of a gate: cover, contents, a line for each signature, its reports", () => {
    const { code, stdout } = rastro(folder, ["print", "stage-4", "--to", "a/dossier.html"]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: /\d+ páginas do site em a\/dossier/,
    });
    const html = readFileSync(join(folder, "a/dossier.html"), "utf8");
    expect(html).toContain("<dd>NO-GO: há critério não cumprido</dd>");
    expect(html.match(/<tr><td>[^<]+<\/td><td><\/td><td><\/td>/g)).toHaveLength(2);
    expect(html.match(/<article id="p\d+">/g)!.length).toBeGreaterThan(2);
    const { anchors, links } = readHtml(html);
    expect(new Set(anchors).size).toBe(anchors.length);
    const inside = links.filter(({ url }) => url.startsWith("#")).map(({ url }) => url.slice(1));
    expect(inside.length).toBeGreaterThan(10);
    for (const each of inside) expect(anchors).toContain(decodeURIComponent(each));
    expect(links.filter(({ url }) => url.endsWith(".html"))).toEqual([]);
  });

  test.skipIf(!hasBrowser)(`makes a PDF of a folder with the browser${browserHint}`, () => {
    const { code } = rastro(folder, ["print", "api/tags", "--to", "api.pdf"], {
      CHROMIUM: process.env["CHROMIUM"] ?? "",
    });
    expect(code).toBe(0);
    const pdf = readFileSync(join(folder, "api.pdf"));
    expect(pdf.toString("latin1", 0, 5)).toBe("%PDF-");
    const numbers = pageNumbers(pdf);
    // After the cover and the contents, each on a sheet of its own, in order.
    expect(numbers.get("p1")).toBe(3);
    const starts = [1, 2, 3].map((part) => numbers.get(`p${part}`) ?? 0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(pdf.toString("latin1").match(/\/Type \/Page\n/g)!.length).toBeGreaterThan(starts[2]!);
  });

  test("the contents name the sheet on which each part begins", () => {
    const page = (path: string) => ({ path, html: `<article><h1>${path}</h1></article>` });
    const template = loadTemplates().site.find(({ path }) => path === "print.html.hbs")!.content;
    const binding = { title: "A", siteTitle: "A", language: "en", facts: [], signers: [] };
    const html = bindPages(
      [page("a.html"), page("b.html")],
      {
        ...binding,
        words: { contents: "Contents" },
        style: "",
        numbers: new Map([
          ["p1", 3],
          ["p2", 12],
        ]),
        image: () => undefined,
      },
      template,
    );
    expect(html).toMatch(/href="#p1">.*a\.html<\/span><span class="page">3<\/span>/);
    expect(html).toMatch(/href="#p2">.*b\.html<\/span><span class="page">12<\/span>/);
  });

  test("refuses what is nowhere, and an ending that it does not know", () => {
    expect(rastro(folder, ["print", "nada"])).toMatchObject({ code: 2, stderr: /'nada' não é um/ });
    expect(rastro(folder, ["print", "stage-4", "--to", "a.docx"])).toMatchObject({
      code: 2,
      stderr: /\.pdf ou \.html/,
    });
    expect(existsSync(join(folder, "a.docx"))).toBe(false);
  });
});
