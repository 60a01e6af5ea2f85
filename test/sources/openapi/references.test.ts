import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openapi } from "#sources/openapi/index.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { readFiles, readIn, yamlDocument } from "../../support/openapi.ts";

const schemas = (text: string): string => yamlDocument(`components:\n  schemas:\n${text}`);
const referring = (ref: string): string =>
  schemas(`    A:\n      properties:\n        b:\n          $ref: "${ref}"\n`);

describe("references", () => {
  it("one that leads nowhere is reported at its line, with what was perhaps meant", async () => {
    const { diagnostics } = await readFiles({
      "api.yaml": `${referring("#/components/schemas/Catalogo")}    Catalogos: {}\n`,
    });
    expect(diagnostics).toMatchObject([
      {
        code: "sources/openapi-broken-reference",
        severity: "error",
        file: "api.yaml",
        line: 10,
        column: 17,
        suggestions: ["#/components/schemas/Catalogos"],
      },
    ]);
  });

  it("one in somebody else's document is a warning, and the document is read whole", async () => {
    const folder = temporaryFolder({ "api.yaml": referring("#/components/schemas/Nada") });
    const { diagnostics, item } = await readIn(folder, ["api.yaml"], true);
    expect(diagnostics).toMatchObject([{ severity: "warning" }]);
    expect(item("schema", "A").attributes.shape.properties?.[0]?.shape.unresolved).toBe(
      "#/components/schemas/Nada",
    );
  });

  it("a missing file is reported with the files that look like it", async () => {
    const { diagnostics } = await readFiles(
      { "api/api.yaml": referring("./comum.yaml#/Objeto"), "api/comuns.yaml": "Objeto: {}" },
      ["api/api.yaml"],
    );
    expect(diagnostics).toMatchObject([
      {
        code: "sources/openapi-broken-reference",
        file: "api/api.yaml",
        line: 10,
        suggestions: ["./comuns.yaml#/Objeto"],
      },
    ]);
  });

  it("they may go in circles, through properties and through files", async () => {
    const { findings, links } = await readFiles(
      {
        "api.yaml": schemas(
          `    No:\n      properties:\n        filhos:\n          items: { $ref: "#/components/schemas/No" }\n        outro: { $ref: "outro.yaml" }\n`,
        ),
        "outro.yaml": `properties:\n  volta: { $ref: "api.yaml#/components/schemas/No" }\n`,
      },
      ["api.yaml"],
    );
    expect(findings).toEqual([]);
    expect(links("schema:No").map(({ to }) => to)).toContain("schema:outro");
    expect(links("schema:outro").map(({ to }) => to)).toContain("schema:No");
  });

  it("a chain of references that never ends is reported", async () => {
    const { findings } = await readFiles({
      "api.yaml": schemas(
        `    A: { $ref: "#/components/schemas/B" }\n    B: { $ref: "#/components/schemas/A" }\n`,
      ),
    });
    expect(findings).toEqual([
      expect.stringMatching(/api.yaml:\d sources\/openapi-circular-reference/),
      expect.stringMatching(/api.yaml:\d sources\/openapi-circular-reference/),
    ]);
  });

  it("names are kept across files, and their places are those of the other file", async () => {
    const { item, findings, ids } = await readFiles(
      {
        "api.yaml": `${yamlDocument(`paths:\n  /a:\n    $ref: "caminhos/a.yaml"\n`)}components:\n  schemas:\n    Objeto: { $ref: "comum.json#/$defs/objeto" }\n`,
        "caminhos/a.yaml": `get:\n  operationId: listar\n  responses:\n    "200":\n      description: x\n      content:\n        application/json:\n          schema: { $ref: "../comum.json#/$defs/objeto" }\n`,
        "comum.json": `{ "$defs": {\n  "objeto": { "type": "object", "properties": { "o": { "$ref": "#/$defs/outro" } } },\n  "outro": { "type": "string" } } }`,
      },
      ["api.yaml"],
    );
    expect(findings).toEqual([]);
    expect(item("operation", "listar").location).toMatchObject({
      file: "caminhos/a.yaml",
      line: 1,
    });
    expect(item("operation", "listar").attributes.responses[0]?.bodies[0]?.shape.ref).toBe(
      "schema:Objeto",
    );
    expect(item("schema", "Objeto").location).toMatchObject({ file: "comum.json", line: 2 });
    expect(ids).toContain("schema:outro");
  });

  it("what another entry of the same glob refers to is no document and no mistake", async () => {
    const { findings } = await readFiles({
      "api.yaml": referring("objeto.yaml"),
      "objeto.yaml": "type: string",
      "estranho.yaml": "a: 1",
    });
    expect(findings).toEqual(["estranho.yaml:1 sources/openapi-not-a-document"]);
  });

  it("one inside an example or an extension is data", async () => {
    const { findings } = await readFiles({
      "api.yaml": schemas(
        `    A:\n      example: { $ref: "#/nada" }\n      x-other: { $ref: "../../nada" }\n      default: { $ref: "http://a/b" }\n      properties:\n        $ref: { type: string }\n        example: { $ref: "#/nada" }\n`,
      ),
    });
    expect(findings).toEqual(["api.yaml:13 sources/openapi-broken-reference"]);
  });

  it("a schema is found by its own address and anchor, without the network", async () => {
    const { findings, item } = await readFiles({
      "api.yaml": schemas(
        `    A:\n      $id: https://a.example/a\n      $anchor: aqui\n      type: string\n    B:\n      properties:\n        um: { $ref: "https://a.example/a" }\n        dois: { $ref: "#aqui" }\n`,
      ),
    });
    expect(findings).toEqual([]);
    const refs = item("schema", "B").attributes.shape.properties?.map(({ shape }) => shape.ref);
    expect(refs).toEqual(["schema:A", "schema:A"]);
  });

  it("below an `$id` the root of the file is tried too, and that is said", async () => {
    const { findings } = await readFiles({
      "api.yaml": schemas(
        `    A:\n      $id: https://a.example/a\n      properties:\n        b: { $ref: "#/components/schemas/B" }\n    B: {}\n`,
      ),
    });
    expect(findings).toEqual(["api.yaml:10 sources/openapi-reference-base"]);
  });
});

describe("confinement", () => {
  it("nothing is fetched from the network", async () => {
    const { diagnostics } = await readFiles({
      "api.yaml": referring("http://169.254.169.254/latest/meta-data"),
    });
    expect(diagnostics).toMatchObject([
      { code: "sources/openapi-remote-reference", severity: "warning", line: 10 },
    ]);
  });

  it.each([
    "../../../../../../etc/passwd",
    "/etc/passwd",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\..\\etc\\passwd",
    "../secret.yaml",
  ])("`%s` is refused", async (ref) => {
    const folder = temporaryFolder({
      "secret.yaml": "type: string\ndescription: hush",
      "project/api.yaml": referring(ref.replaceAll("\\", "\\\\")),
    });
    const { findings, facts } = await readIn(join(folder, "project"), ["api.yaml"]);
    expect(findings).toEqual(["api.yaml:10 sources/openapi-reference-outside"]);
    expect(JSON.stringify(facts)).not.toMatch(/hush|root:/);
  });

  it("a file URL is not followed", async () => {
    const { findings } = await readFiles({ "api.yaml": referring("file:///etc/passwd") });
    expect(findings).toEqual(["api.yaml:10 sources/openapi-remote-reference"]);
  });

  it("a symbolic link that leaves the project is refused", async () => {
    const folder = temporaryFolder({ "secret.yaml": "type: string\ndescription: hush" });
    const project = join(folder, "project");
    mkdirSync(project);
    writeFileSync(join(project, "api.yaml"), referring("link.yaml"));
    symlinkSync(join(folder, "secret.yaml"), join(project, "link.yaml"));
    const { findings, facts } = await readIn(project, ["api.yaml"]);
    expect(findings).toEqual(["api.yaml:10 sources/openapi-reference-outside"]);
    expect(JSON.stringify(facts)).not.toContain("hush");
  });

  it("a document that explodes when its aliases are expanded is refused", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `l${String(level + 1)}: &l${String(level + 1)} [${`*l${String(level)},`.repeat(9)}]`,
    );
    const bomb = ["l0: &l0 lol", ...levels].join("\n");
    const { findings } = await readFiles({ "api.yaml": `${yamlDocument("paths: {}\n")}${bomb}\n` });
    expect(findings).toEqual(["api.yaml:13 data/too-many-aliases"]);
  });

  it.each([
    `openapi: 3.1.0\ninfo: &i { title: T, version: "1", x-i: *i }\npaths: {}\n`,
    `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\nx-a:\n  example: &e { x: *e }\n`,
  ])("an alias inside of what it repeats is refused at once: %j", async (text) => {
    const { findings } = await readFiles({ "api.yaml": text });
    expect(findings).toEqual([expect.stringContaining("data/circular-alias")]);
  });

  it("operations and descriptions that lie in other files are read, although no version allows it", async () => {
    const { item, findings } = await readFiles(
      {
        "api.yaml": yamlDocument(
          "paths: { /a: { get: { $ref: parts/ler.yaml } } }\ntags: [{ name: t, description: { $ref: sobre.md } }, { name: u, description: { $ref: 'textos.yaml#/u' } }]\n",
        ),
        "parts/ler.yaml": "operationId: ler\nresponses: { '200': { description: Certo } }\n",
        "sobre.md": "Sobre **tudo**.\n",
        "textos.yaml": "u: Outro texto\n",
      },
      ["api.yaml"],
    );
    expect(item("operation", "ler").location).toMatchObject({ file: "parts/ler.yaml", line: 1 });
    expect(item("tag", "catalogo/t").description?.text).toBe("Sobre **tudo**.\n");
    expect(item("tag", "catalogo/u").description?.text).toBe("Outro texto");
    expect(findings).toEqual([
      "api.yaml:5 sources/openapi-unknown-field",
      "api.yaml:6 sources/openapi-wrong-value",
      "api.yaml:6 sources/openapi-wrong-value",
    ]);
  });

  it("the mapping of a discriminator leads to schemas, by name or by address", async () => {
    const { item, findings } = await readFiles({
      "api.yaml": schemas(
        "    A:\n      discriminator: { propertyName: t, mapping: { b: B, c: '#/components/schemas/C', d: D } }\n    B: {}\n    C: {}\n",
      ),
    });
    expect(item("schema", "A").attributes.shape.discriminator?.mapping).toMatchObject([
      { value: "b", shape: { ref: "schema:B" } },
      { value: "c", shape: { ref: "schema:C" } },
      { value: "d", shape: { unresolved: "#/components/schemas/D" } },
    ]);
    expect(findings).toEqual([expect.stringContaining("sources/openapi-broken-reference")]);
  });

  it("links in texts lead to the site that the settings name", async () => {
    const root = temporaryFolder({
      "api.yaml": yamlDocument("paths: {}\n").replace("title:", "description: '[a](/b)'\n  title:"),
    });
    const read = async (options: { readonly links?: string }) =>
      openapi({ root, entries: [{ path: "api.yaml", foreign: true, ...options }] });
    const toldBy = ({ value }: Awaited<ReturnType<typeof read>>) =>
      value.flatMap((fact) => (fact.fact === "reference" ? [fact.reference.to] : []));
    expect(toldBy(await read({}))).toEqual(["asset:b"]);
    expect(toldBy(await read({ links: "https://example.com" }))).toEqual([]);
  });
});
