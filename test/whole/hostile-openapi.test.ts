import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

/** Text that runs, fetches or breaks out wherever it is taken for more than text. */
const attacks: readonly string[] = [
  "<script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  "<svg/onload=window.hit=1>",
  "<details open ontoggle=window.hit=1>x</details>",
  "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
  '<a href="javascript:window.hit=1">x</a>',
  "[x](javascript:window.hit=1)",
  "[x](JaVaScRiPt&#58;window.hit=1)",
  "[x](data:text/html,<script>window.hit=1</script>)",
  "![x](http://192.0.2.1/pixel.png)",
  "<link rel=stylesheet href=http://192.0.2.1/a.css>",
  "<style>@import 'http://192.0.2.1/a.css';</style>",
  "<base href=http://192.0.2.1/>",
  "<meta http-equiv=refresh content='0;url=http://192.0.2.1/'>",
  "<form action=http://192.0.2.1/><button formaction=javascript:window.hit=1>x</button></form>",
  '"><script>window.hit=1</script>',
  "'-alert(1)-'",
  "--><script>window.hit=1</script><!--",
  "]]><script>window.hit=1</script>",
  "</title></textarea></style></script><script>window.hit=1</script>",
  "```\n</code></pre><script>window.hit=1</script>",
  "`<script>window.hit=1</script>`",
  "| a | b |\n|---|---|\n| <script>window.hit=1</script> | [x](javascript:window.hit=1) |",
  "{{constructor}} ${window.hit=1} {{{evil}}}",
  "<p id=main name=main>clobber</p>",
];

const all = attacks.join("\n\n");
const line = attacks.join(" ").replace(/\s+/g, " ");

/** A document that says it in every text and in every name. */
const document = {
  openapi: "3.1.0",
  info: {
    title: line,
    version: line,
    summary: line,
    description: all,
    termsOfService: "javascript:window.hit=1",
    contact: { name: line, url: "javascript:window.hit=1", email: line },
    license: { name: line, url: "javascript:window.hit=1" },
    "x-evil": all,
  },
  externalDocs: { url: "javascript:window.hit=1", description: all },
  servers: [{ url: "javascript:window.hit=1", description: all }],
  tags: [{ name: line, description: all, externalDocs: { url: "javascript:window.hit=1" } }],
  security: [{ [line]: [line] }],
  paths: {
    [`/a/{${line}}`]: {
      post: {
        operationId: line,
        summary: line,
        description: all,
        tags: [line],
        parameters: [
          { name: line, in: "query", description: all, schema: { type: "string", default: all } },
        ],
        requestBody: {
          description: all,
          content: {
            [line]: { schema: { $ref: "#/components/schemas/A" }, example: all },
            "application/json": {
              schema: { $ref: "#/components/schemas/A" },
              examples: { [line]: { summary: line, description: all, value: { [line]: all } } },
            },
          },
        },
        responses: {
          200: {
            description: all,
            headers: { [line]: { description: all, schema: { type: "string", format: line } } },
            content: { "application/json": { schema: { enum: attacks } } },
            links: { [line]: { operationId: line, description: all } },
          },
        },
        callbacks: { [line]: { [line]: { post: { description: all, responses: {} } } } },
        "x-evil": { [line]: all },
      },
    },
  },
  webhooks: { [line]: { post: { description: all, responses: {} } } },
  components: {
    schemas: {
      A: {
        title: line,
        description: all,
        type: "object",
        required: [line],
        properties: {
          [line]: { type: "string", description: all, pattern: line, default: all },
          __proto__x: { $ref: "#/components/schemas/__proto__" },
        },
        discriminator: { propertyName: line, mapping: { [line]: "#/components/schemas/A" } },
        "x-evil": all,
      },
      ["__proto__"]: { type: "string", example: all },
      [line.slice(0, 200)]: { description: all },
    },
    securitySchemes: {
      [line]: {
        type: "oauth2",
        description: all,
        flows: {
          implicit: {
            authorizationUrl: "javascript:window.hit=1",
            scopes: { [line]: all },
          },
        },
      },
    },
  },
};

const settings = "language: en\nsources:\n  openapi: [{ path: api.json, foreign: true }]\n";

/** What of a page could act, as a browser has it; run there. */
const findActive = `(() => {
  const found = window.hit === undefined ? [] : ["ran"];
  const own = /^(?:file:|data:image\\/|#|[^:]*$)/i;
  for (const element of document.querySelectorAll("*")) {
    const name = element.tagName.toLowerCase();
    if (/^(?:iframe|object|embed|base|applet)$/.test(name)) found.push(name);
    if (name === "script" && /hit/.test(element.textContent)) found.push("script");
    for (const { name: key, value } of element.attributes) {
      const text = name + " " + key + " " + value.slice(0, 60);
      if (/^on/i.test(key) || /^(?:srcdoc|http-equiv)$/.test(key) && /refresh|script/i.test(value)) found.push(text);
      if (/^(?:src|srcset|data|action|formaction|poster)$/i.test(key) && !own.test(value)) found.push(text);
      if (/href$/i.test(key) && /^\\s*(?:javascript|data|vbscript):/i.test(value)) found.push(text);
    }
  }
  return found;
})()`;

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();

describe("a hostile OpenAPI document", () => {
  test.skipIf(!hasBrowser)(
    `its pages hold nothing that acts or fetches${browserHint}`,
    async () => {
      const folder = temporaryFolder({
        "rastro.config.yaml": settings,
        "api.json": JSON.stringify(document),
      });
      const { code, stdout, stderr } = rastro(folder, ["gen"]);
      expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: "" });
      const site = join(folder, "out/site");
      const pages = filesBelow(site, ".html");
      expect(pages.length).toBeGreaterThan(6);
      const browser = await startBrowser();
      try {
        const page = await browser.newPage();
        const foreign: string[] = [];
        page.on("request", (request) => {
          if (!request.url().startsWith("file:")) foreign.push(request.url());
        });
        for (const path of pages) {
          await page.goto(pathToFileURL(join(site, path)).href);
          expect(await page.evaluate(findActive), path).toEqual([]);
          expect(await page.textContent("body"), path).toContain("window.hit=1");
        }
        expect(foreign).toEqual([]);
        await page.setContent(attacks[1] ?? "");
        expect(await page.evaluate(findActive)).toContain("img onerror window.hit=1");
      } finally {
        await browser.close();
      }
    },
    120_000,
  );

  test("[P8] nothing outside the project is read, and nothing is fetched", () => {
    const secret = temporaryFolder({ "secret.yaml": "type: string\ndescription: geheim-4711\n" });
    const refs = [
      "/etc/passwd",
      "file:///etc/passwd",
      "../../../../../../../../etc/passwd",
      "..%2f..%2f..%2fetc%2fpasswd",
      "http://169.254.169.254/latest/meta-data/",
      "//169.254.169.254/latest",
      "ftp://192.0.2.1/a.yaml",
      "linked.yaml",
      "linked/secret.yaml",
      `${secret}/secret.yaml`,
    ];
    const schemas = Object.fromEntries(refs.map(($ref, index) => [`S${String(index)}`, { $ref }]));
    const folder = temporaryFolder({
      "rastro.config.yaml": settings,
      "api.json": JSON.stringify({ ...document, paths: {}, components: { schemas } }),
    });
    symlinkSync(join(secret, "secret.yaml"), join(folder, "linked.yaml"));
    symlinkSync(secret, join(folder, "linked"));
    const { stdout } = rastro(folder, ["gen", "--format", "json"]);
    const { findings } = JSON.parse(stdout) as {
      findings: readonly { code: string; target?: string; line?: number }[];
    };
    const reported = findings.filter(({ target }) => refs.includes(target ?? ""));
    expect(reported.map(({ target }) => target).toSorted()).toEqual(refs.toSorted());
    expect(reported.every(({ line }) => line !== undefined)).toBe(true);
    for (const path of filesBelow(join(folder, "out"), "")) {
      if (!/\.(?:html|md|json)$/.test(path)) continue;
      const text = readFileSync(join(folder, "out", path), "utf8");
      expect(text, path).not.toMatch(/geheim-4711|root:x:0/);
    }
  });

  test("aliases that multiply, and nesting without end, are findings with a place", () => {
    const letters = "b c d e f g h i j".split(" ");
    const bomb = [
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\nx-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]',
      ...letters.map((letter, index) => {
        const before = "abcdefghi"[index] ?? "a";
        return `x-${letter}: &${letter} [${Array(9).fill(`*${before}`).join(", ")}]`;
      }),
    ].join("\n");
    const deep = `{"openapi":"3.1.0","info":{"title":"B","version":"1"},"paths":{},"components":{"schemas":{"A":${'{"items":'.repeat(100_000)}{}${"}".repeat(100_000)}}}}`;
    const folder = temporaryFolder({
      "rastro.config.yaml": "language: en\nsources:\n  openapi: [bomb.yaml, deep.json]\n",
      "bomb.yaml": bomb,
      "deep.json": deep,
    });
    const { code, stdout } = rastro(folder, ["check"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/bomb\.yaml:\d+:\d+ error .*\[data\/too-many-aliases\]/);
    expect(stdout).toMatch(/deep\.json:1:\d+ error .*\[sources\/openapi-too-deep\]/);
  });
});
