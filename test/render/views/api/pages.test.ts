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
      "| `limite` | consulta | inteiro | não | Veja [Objeto](../schemas/objeto.md) \\| aqui (a partir de 1) |",
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
    expect(page).toContain("| `id` | texto | sim | (no máximo 9 caracteres) |");
    expect(page).toContain("| `pai` | [Objeto](objeto.md) ou nulo | não |");
    expect(page).toContain('| `lugar.lado` | texto | não | (um de: "norte", "sul") |');
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
    const texts = hostile.filter((text) => !text.includes("[["));
    const everywhere = (text: string) => ({
      openapi: "3.1.0",
      info: { title: text, version: text, description: text },
      servers: [{ url: text, description: text }],
      tags: [{ name: text, description: text }],
      paths: {
        [`/${text}`]: {
          post: {
            operationId: text,
            summary: text,
            description: text,
            tags: [text],
            parameters: [
              { name: text, in: "query", description: text, schema: { type: text, pattern: text } },
            ],
            requestBody: {
              description: text,
              content: { [text]: { schema: { enum: [text] }, example: text } },
            },
            responses: { [text]: { description: text } },
          },
        },
      },
      components: {
        schemas: {
          [text]: { title: text, description: text, properties: { [text]: { default: text } } },
        },
      },
    });
    for (const text of texts) {
      const { pages } = await pagesFor({ "a.json": JSON.stringify(everywhere(text)) });
      const html = Object.values(pages).map(remarkHtml).join("\n");
      expect(html, text).not.toMatch(
        /<(script|svg|img|iframe|style)\b|<\w[^>]*\son\w+=|href="(javascript|data|vbscript):/i,
      );
    }
  }, 60_000);
});
