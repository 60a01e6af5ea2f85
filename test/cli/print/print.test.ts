import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
    expect(readFileSync(join(folder, "api.pdf"), "latin1").slice(0, 5)).toBe("%PDF-");
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
