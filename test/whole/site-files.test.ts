import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { layExampleProject } from "../support/example-project.ts";
import { suiteFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

const address = "https://docs.example/villa";

describe("a site with an address", () => {
  const folder = suiteFolder();
  const site = join(folder, "out/site");
  const read = (path: string): string => readFileSync(join(site, path), "utf8");
  let files: readonly string[] = [];
  const pages = () => files.filter((path) => path.endsWith(".html") && path !== "404.html");

  beforeAll(() => {
    layExampleProject(folder);
    appendFileSync(join(folder, "rastro.config.yaml"), `site:\n  url: ${address}\n`);
    expect(rastro(folder, ["gen"])).toMatchObject({ code: 0 });
    files = readdirSync(site, { recursive: true, encoding: "utf8" }).sort();
  }, 60_000);

  test("its sitemap names every page once, and robots find it", () => {
    const named = [...read("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) =>
      decodeURI(url).slice(address.length + 1),
    );
    expect(named.toSorted()).toEqual(pages());
    expect(read("robots.txt")).toContain(`Sitemap: ${address}/sitemap.xml`);
  });

  test("what programs read leads to Markdown that is there", () => {
    const links = [...read("llms.txt").matchAll(/\]\(([^)]*)\)/g)].map(([, to = ""]) =>
      decodeURI(to),
    );
    expect(links.length).toBe(pages().length / 2);
    expect(links.filter((path) => !files.includes(path))).toEqual([]);
  });

  test("the page for lost readers works at any address", () => {
    const links = [...read("404.html").matchAll(/ (?:href|src)="([^"#][^"]*)"/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, to = ""] of links) {
      expect(to).toMatch(/^\/villa\//);
      expect(files).toContain(to.slice("/villa/".length));
    }
  });

  test("every page says what programs show of it when it is shared", () => {
    for (const path of pages()) {
      const html = read(path);
      const [, canonical = ""] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? [];
      expect(decodeURI(canonical)).toBe(`${address}/${path}`);
      expect(html).toContain(`<meta property="og:url" content="${canonical}">`);
      const isEnglish = path.startsWith("en/");
      const [own, other] = isEnglish ? ["en_US", "pt_BR"] : ["pt_BR", "en_US"];
      expect(html).toContain(`<meta property="og:locale" content="${own}">`);
      expect(html).toContain(`<meta property="og:locale:alternate" content="${other}">`);
      expect(html, path).toMatch(/<meta property="og:title" content="[^"]+">/);
      expect(html, path).toMatch(/<meta property="og:site_name" content="[^"]+">/);
    }
  });

  test("no page weighs 60 KB besides what it says: shell, style and scripts, as they are sent", () => {
    const weigh = (text: string): number => gzipSync(text).length;
    const shared = [...read("index.html").matchAll(/ (?:href|src)="(theme\/[^"]*)"/g)];
    const theme = shared.reduce((sum, [, path = ""]) => sum + weigh(read(path)), 0);
    const shells = pages().map((path) => weigh(read(path).replace(/<article>[^]*<\/article>/, "")));
    expect(theme).toBeGreaterThan(8_000);
    expect(theme + Math.max(...shells)).toBeLessThan(60_000);
  });

  test("each page has its Markdown beside it, as its alternate", () => {
    for (const path of pages()) {
      const [, to = ""] =
        /<link rel="alternate" type="text\/markdown" href="([^"]*)"/.exec(read(path)) ?? [];
      expect(files).toContain(join(dirname(path), decodeURI(to)));
    }
  });
});
