import { describe, expect, it } from "vitest";
import { hostile } from "../../../support/hostile.ts";
import { remarkHtml } from "../../../support/markdown.ts";
import { readFiles, yamlDocument } from "../../../support/openapi.ts";
import { pagesOf } from "../../../support/pages.ts";

const document = yamlDocument(`
tags: [{ name: busca, description: "Encontrar **tudo**." }]
paths:
  /rpc/buscar:
    post:
      operationId: buscarCatalogo
      summary: Busca no catálogo
      tags: [busca, outra]
      deprecated: true
      parameters:
        - { name: limite, in: query, description: "Veja [[schema:Objeto]] | aqui", schema: { type: integer, minimum: 1 } }
      responses:
        "200":
          description: Certo
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Objeto" } } } }
  /sem-marca: { get: { responses: { "204": { description: Nada } } } }
components:
  schemas:
    Objeto:
      required: [id]
      properties:
        id: { type: string, maxLength: 9 }
        pai: { oneOf: [{ $ref: "#/components/schemas/Objeto" }, { type: "null" }] }
        lugar: { type: object, properties: { lado: { type: string, enum: [norte, sul] } } }
    Lista: { type: array, items: { $ref: "#/components/schemas/Objeto" } }
`);

/** An operation that says the same in every place where it may say something. */
const operation = (text: string) => ({
  operationId: text,
  summary: text,
  description: text,
  tags: [text],
  externalDocs: { url: text, description: text },
  security: [{ [text]: [text] }],
  servers: [{ url: text, description: text }],
  parameters: [
    {
      name: text,
      in: "query",
      required: true,
      description: text,
      schema: { type: text, pattern: text },
      examples: { [text]: { summary: text, description: text, value: text } },
    },
  ],
  requestBody: {
    description: text,
    content: {
      [text]: {
        schema: { enum: [text], properties: { [text]: { example: text } } },
        example: text,
        encoding: { [text]: { contentType: text } },
      },
    },
  },
  responses: {
    [text]: {
      description: text,
      links: { [text]: { operationId: text, parameters: { [text]: text }, description: text } },
    },
  },
  callbacks: { [text]: { [text]: { post: { summary: text, description: text, responses: {} } } } },
});

const pagesFor = async (files: Readonly<Record<string, string>>) =>
  pagesOf((await readFiles(files)).facts);

describe("pages of the API", () => {
  it("there is an overview, a page for each tag and one for each schema", async () => {
    const { pages, codes } = await pagesFor({ "a.yaml": document });
    expect(codes).toEqual([]);
    expect(
      Object.keys(pages)
        .filter((path) => path.startsWith("api/"))
        .sort(),
    ).toEqual([
      "api/index.md",
      "api/quality.md",
      "api/schemas/lista.md",
      "api/schemas/objeto.md",
      "api/tags/busca.md",
      "api/tags/outra.md",
      "api/tags/untagged.md",
    ]);
  });

  it("an operation is told once in full, under an anchor, with links to what it returns", async () => {
    const { pages } = await pagesFor({ "a.yaml": document });
    const page = pages["api/tags/busca.md"] ?? "";
    expect(page).toContain('## <a id="op-buscar-catalogo"></a>`POST /rpc/buscar`');
    expect(page).toContain("Operação obsoleta");
    expect(page).toContain(
      "| `limite` | consulta | inteiro | não | Veja [Objeto](../schemas/objeto.md) \\| aqui<br>a partir de 1 |",
    );
    expect(page).toContain(
      "| `200` | Certo | lista de [Objeto](../schemas/objeto.md) (`application/json`) |",
    );
    expect(page).toContain("`a.yaml:9`");
    expect(pages["api/tags/outra.md"]).toContain("[POST /rpc/buscar](busca.md#op-buscar-catalogo)");
  });

  it("a schema leads to whoever uses it, and recursion is a link", async () => {
    const { pages } = await pagesFor({ "a.yaml": document });
    const page = pages["api/schemas/objeto.md"] ?? "";
    expect(page).toContain("| `id` | texto | sim | no máximo 9 caracteres |");
    expect(page).toContain("| `pai` | [Objeto](objeto.md) ou nulo | não |");
    expect(page).toContain('| `lugar.lado` | texto | não | um de: "norte", "sul" |');
    expect(page).toContain("[POST /rpc/buscar](../tags/busca.md#op-buscar-catalogo)");
    expect(page).toContain("[Lista](lista.md)");
  });

  it("several documents have folders of their own", async () => {
    const plain = document.replace("[[schema:Objeto]]", "tudo");
    const { pages, codes } = await pagesFor({
      "a.yaml": plain,
      "b.yaml": plain.replace("title: Catálogo", "title: Outro"),
    });
    expect(codes).toEqual([]);
    expect(pages["api/catalogo/index.md"]).toBeDefined();
    expect(pages["api/outro/schemas/objeto.md"]).toContain("../tags/busca.md#op-buscar-catalogo");
  });

  it("names that differ only by case have different files", async () => {
    const { pages, codes } = await pagesFor({
      "a.yaml": yamlDocument(
        "paths: {}\ncomponents: { schemas: { Erro: {}, erro: {}, CON: {} } }\n",
      ),
    });
    expect(codes).toEqual([]);
    expect(
      Object.keys(pages)
        .filter((path) => path.startsWith("api/schemas/"))
        .sort(),
    ).toEqual(["api/schemas/con_.md", "api/schemas/erro-2.md", "api/schemas/erro.md"]);
  });

  it("text that would like to be more stays text, wherever it stands", async () => {
    const texts = hostile.filter((text) => !text.includes("[[") && text.length < 300);
    const each = <Value>(value: (text: string) => Value): Value[] => texts.map(value);
    const named = <Value>(value: (text: string) => Value): Record<string, Value> =>
      Object.fromEntries(texts.map((text) => [text, value(text)]));
    const everywhere = {
      openapi: "3.1.0",
      info: {
        title: texts.join(" "),
        version: texts.join(" "),
        description: texts.join("\n\n"),
        contact: { name: texts[0], url: texts[1], email: texts[2] },
        license: { name: texts[0], url: texts[1] },
        "x-text": texts,
      },
      servers: each((text) => ({
        url: text,
        description: text,
        variables: { [text]: { default: text } },
      })),
      tags: each((text) => ({ name: text, description: text, externalDocs: { url: text } })),
      paths: Object.fromEntries(texts.map((text) => [`/${text}`, { post: operation(text) }])),
      components: {
        schemas: named((text) => ({
          title: text,
          description: text,
          properties: { [text]: { default: text } },
          example: { [text]: text },
          [`x-${text}`]: text,
        })),
        securitySchemes: named((text) => ({
          type: "oauth2",
          description: text,
          flows: { [text]: { tokenUrl: text, scopes: { [text]: text } } },
        })),
      },
    };
    const { pages } = await pagesFor({ "a.json": JSON.stringify(everywhere) });
    for (const [path, page] of Object.entries(pages)) {
      const found =
        /<(script|svg|img|iframe|style)\b[^]{0,80}|<\w[^>]*\son\w+=|href="(javascript|data|vbscript):[^]{0,80}/i.exec(
          remarkHtml(page),
        );
      expect(found?.[0], path).toBeUndefined();
    }
  }, 60_000);
});
