import { describe, expect, it } from "vitest";
import { readFiles, yamlDocument } from "../../../support/openapi.ts";
import { pagesOf } from "../../../support/pages.ts";

const pagesFor = async (document: string) => {
  const { pages, codes } = pagesOf((await readFiles({ "a.yaml": document })).facts, "en");
  expect(codes).toEqual([]);
  return pages;
};

const untagged = "api/tags/untagged.md";

describe("operations on their page", () => {
  it("what is called back is shown in full, and linked with the operation that causes it", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /assinaturas:
    post:
      operationId: assinar
      callbacks:
        aviso:
          "{$request.body#/url}":
            post:
              summary: Chegou algo
              requestBody: { content: { application/json: { schema: { properties: { id: { type: integer } } } } } }
              responses: { "204": { description: Recebido } }
      responses: { "201": { description: Assinado } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page).toContain(
      "- Callbacks: [aviso: POST {\\$request.body#/url}](#op-assinar-callback-1)",
    );
    expect(page).toContain('## <a id="op-assinar-callback-1"></a>`POST {$request.body#/url}`');
    expect(page).toContain("[POST /assinaturas](#op-assinar)");
    expect(page).toContain("| `id` | integer | no |");
    expect(page).toContain("| `204` | Recebido |");
  });

  it("a response leads to the operations that may follow it", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      operationId: ler
      responses:
        "200":
          description: Certo
          links:
            apagar: { operationId: apagar, parameters: { id: "$response.body#/id" }, description: Depois }
            outra: { operationRef: "#/paths/~1a/delete" }
    delete: { operationId: apagar, responses: { "204": { description: Nada } } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page).toContain(
      "| `apagar` | [apagar](#op-apagar) | id = \\$response.body#/id | Depois |",
    );
    expect(page).toContain("| `outra` | [#/paths/\\~1a/delete](#op-apagar) |");
  });

  it("security leads to what the overview says of each scheme", async () => {
    const pages = await pagesFor(
      yamlDocument(
        `
components:
  securitySchemes:
    chave: { type: apiKey, in: header, name: X-Chave }
    conta:
      type: oauth2
      flows:
        deviceAuthorization:
          deviceAuthorizationUrl: https://example.com/device
          tokenUrl: https://example.com/token
          scopes: { ler: Ler tudo }
paths:
  /a: { get: { security: [{ chave: [], conta: [ler] }, {}], responses: { "200": { description: Certo } } } }
`,
        "3.2.0",
      ),
    );
    expect(pages[untagged]).toContain(
      "- Authentication: [chave](../index.md#security-1) and [conta](../index.md#security-2) (ler) or no authentication",
    );
    const index = pages["api/index.md"] ?? "";
    expect(index).toContain('### <a id="security-2"></a>`conta`');
    expect(index).toContain(
      "flow deviceAuthorization; deviceAuthorizationUrl: [`https://example.com/device`](https://example.com/device)",
    );
    expect(index).toContain("| `ler` | Ler tudo |");
  });

  it("what 3.2 added is shown: methods, streams, parts of a body, tags below tags", async () => {
    const pages = await pagesFor(
      yamlDocument(
        `
tags:
  - { name: dados, summary: Dados abertos }
  - { name: mapas, parent: dados, kind: nav }
components:
  mediaTypes:
    eventos: { itemSchema: { properties: { data: { type: string } } } }
paths:
  /a:
    query:
      tags: [mapas]
      parameters: [{ name: filtro, in: querystring, content: { application/json: { schema: { type: object } } } }]
      responses: { "200": { summary: Fluxo, content: { text/event-stream: { $ref: "#/components/mediaTypes/eventos" } } } }
    additionalOperations:
      COPY:
        tags: [mapas]
        requestBody:
          content:
            multipart/mixed:
              prefixEncoding: [{ contentType: image/png }]
              itemEncoding: { contentType: text/plain }
              examples: { um: { dataValue: [1], serializedValue: "1," } }
        responses: { "200": { description: Certo } }
`,
        "3.2.0",
      ),
    );
    const page = pages["api/tags/mapas.md"] ?? "";
    expect(page).toContain("› [Dados abertos](dados.md); kind nav");
    expect(page).toContain("`QUERY /a`");
    expect(page).toContain("`COPY /a`");
    expect(page).toContain("| `filtro` | whole query string |");
    expect(page).toContain("| `200` | Fluxo | stream of object (`text/event-stream`) |");
    expect(page).toContain("| `[0]` | written as image/png |");
    expect(page).toContain("| `[]` | written as text/plain |");
    expect(page).toContain("As it is sent:\n\n```text\n1,\n```");
    expect(pages["api/index.md"]).toContain(
      "| [Dados abertos](tags/dados.md) › [mapas](tags/mapas.md) | 2 |",
    );
  });

  it("extensions, servers of its own and how a value is written are told", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      x-custo: 3
      servers: [{ url: "https://outro.example.com" }]
      parameters:
        - { name: lista, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: Certo } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page).toContain("- `x-custo`: 3");
    expect(page).toContain("- Servers: `https://outro.example.com`");
    expect(page).toContain("style pipeDelimited; all values together");
    expect(page).toContain("curl --request GET https://outro.example.com/a");
  });

  it("a long example stands once on a page, and an error's example on the page of its schema", async () => {
    const long = "texto ".repeat(300);
    const answer = (example: string) => `
        "200": { description: Certo, content: { application/json: { schema: {}, example: { a: "${example}" } } } }
        "404": { description: Falta, content: { application/json: { schema: { $ref: "#/components/schemas/Erro" } } } }`;
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      responses:${answer(long)}
  /b:
    get:
      responses:${answer(long)}
    put:
      responses:${answer("curto")}
    post:
      responses:${answer("curto")}
components:
  schemas: { Erro: { type: object, properties: { motivo: { type: string } } } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page.split(long)).toHaveLength(2);
    expect(page).toContain("The same as at [GET /a](#op-get-a)");
    expect(page.split('"curto"')).toHaveLength(3);
    expect(page).not.toContain('"motivo"');
    expect(pages["api/schemas/erro.md"]).toContain('"motivo": "string"');
  });

  it("an extension that holds a whole document is told by its beginning", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      x-tudo: { texto: "${"ã".repeat(2000)}" }
      responses: { "204": { description: Nada } }
`),
    );
    expect(pages[untagged]).toMatch(
      /<summary>x-tudo<\/summary>\n\n```json\n\{\n {2}"texto": "ã{950,1000} …\n```/,
    );
  });

  it("a webhook leads to the schema that it brings, whose page has the properties", async () => {
    const pages = await pagesFor(
      yamlDocument(
        `
paths: {}
x-webhooks:
  chegou:
    post:
      operationId: chegou
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Aviso" } } } }
      responses: { "204": { description: Recebido } }
components:
  schemas: { Aviso: { type: object, properties: { motivo: { type: string } } } }
`,
        "3.0.3",
      ),
    );
    const page = pages["api/tags/webhooks.md"] ?? "";
    expect(page).toContain('## <a id="op-chegou"></a>`POST chegou`');
    expect(page).toContain("[Aviso](../schemas/aviso.md)");
    expect(page).not.toContain("motivo");
    expect(pages["api/schemas/aviso.md"]).toContain("| `motivo` |");
    expect(pages["api/index.md"]).not.toContain("x-webhooks");
  });

  it("a short example stands in the line of its parameter, any other below", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      parameters:
        - { name: b, in: query, schema: { type: integer }, example: 7 }
        - { name: c, in: query, schema: {}, examples: { default: { value: 1 }, alto: { value: 9 } } }
        - { name: d, in: query, schema: {}, examples: { e: { value: 2, description: Por quê } } }
      responses: { "204": { description: Nada } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page).toContain("| `b` | query | integer | no | for example 7 |");
    expect(page).toContain("| `c` | query | any value | no | for example 1, 9 (alto) |");
    expect(page).toContain("Example: d: e\n\nPor quê\n\n```text\n2\n```");
  });

  it("a summary that is a whole text is told by its first sentence, and stands below it", async () => {
    const rest = "Veja [mais](https://example.com/mais). ".repeat(6).trim();
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    get:
      summary: "Lista tudo. ${rest}"
      description: Depois
      responses: { "204": { description: Nada } }
`),
    );
    const page = pages[untagged] ?? "";
    expect(page).toContain(`**Lista tudo.**\n\nLista tudo. ${rest}\n\nDepois\n`);
  });

  it("what an author added stands in words, as code, or in a block when it is long", async () => {
    const pages = await pagesFor(
      yamlDocument(`
tags: [{ name: gatos, x-displayName: Gatos e gatas }]
paths:
  /a:
    get:
      tags: [gatos]
      x-nota: curta
      x-dado: { a: [1] }
      x-longo: { a: "${"b".repeat(200)}" }
      responses: { "204": { description: Nada } }
`),
    );
    const page = pages["api/tags/gatos-e-gatas.md"] ?? pages["api/tags/gatos.md"] ?? "";
    expect(page).toMatch(/^# Gatos e gatas\n/);
    expect(page).toContain('- `x-nota`: curta\n- `x-dado`: `{"a":[1]}`\n');
    expect(page).toMatch(/<summary>x-longo<\/summary>\n\n```json\n\{\n {2}"a": "b{200}"\n\}\n```/);
    expect(page).not.toContain("x-displayName");
  });

  it("an example that is made stands once: in the request, and below other media types", async () => {
    const pages = await pagesFor(
      yamlDocument(`
paths:
  /a:
    post:
      requestBody:
        content:
          application/json: { schema: { properties: { a: { example: primeiro } } } }
          application/hal+json: { schema: { properties: { b: { example: segundo } } } }
      responses: { "204": { description: Nada } }
`),
    );
    const [request = "", body = ""] = (pages[untagged] ?? "").split("### Request body");
    expect(request).toContain('"a": "primeiro"');
    expect(body).not.toContain('"a": "primeiro"');
    expect(body).toContain('"b": "segundo"');
  });
});
