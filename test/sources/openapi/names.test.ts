import { describe, expect, it } from "vitest";
import { readFiles, yamlDocument } from "../../support/openapi.ts";

const operation = (id: string): string => `get: { ${id} responses: { "200": { description: x } } }`;
const named = (title: string, rest: string): string =>
  `openapi: 3.1.0\ninfo: { title: "${title}", version: "1" }\n${rest}`;

describe("names", () => {
  it("an operation is called by its operationId, else by method and path", async () => {
    const { ids } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  /a: { ${operation("operationId: listar,")} }\n  /b/{c}: { ${operation("")} }\nwebhooks:\n  nova: { ${operation("")} }\n`,
      ),
    });
    expect(ids).toEqual([
      "api:catalogo",
      "operation:listar",
      "operation:GET /b/{c}",
      "operation:webhook GET nova",
    ]);
  });

  it("an operationId that is there twice belongs to the first", async () => {
    const { ids, diagnostics } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  /a: { ${operation("operationId: x,")} }\n  /b: { ${operation("operationId: x,")} }\n`,
      ),
    });
    expect(ids).toContain("operation:GET /b");
    expect(diagnostics).toMatchObject([
      { code: "sources/openapi-duplicate-operation-id", line: 7, related: [{ line: 6 }] },
    ]);
  });

  it("what two documents name alike is named with its document, whatever the order", async () => {
    const rest = `paths:\n  /a: { ${operation("operationId: listar,")} }\ncomponents: { schemas: { A: {}`;
    const { ids } = await readFiles({
      "b.yaml": named("Dois", `${rest} } }`),
      "a.yaml": named("Um", `${rest}, B: {} } }`),
    });
    expect([...ids].sort()).toEqual([
      "api:dois",
      "api:um",
      "operation:dois/listar",
      "operation:um/listar",
      "schema:B",
      "schema:dois/A",
      "schema:um/A",
    ]);
  });

  it("documents with one title are told apart by their files", async () => {
    const text = named("T", "paths: {}");
    const { ids } = await readFiles({ "x/um.yaml": text, "y/um.yaml": text, "y/dois.yaml": text });
    expect([...ids].sort()).toEqual(["api:dois", "api:x-um-yaml", "api:y-um-yaml"]);
  });

  it("a name never holds what would end it where it is referred to", async () => {
    const { ids } = await readFiles({
      "a.yaml": yamlDocument(
        `paths:\n  "/#X-Amz-Target=A": { ${operation("")} }\n  /b: { ${operation('operationId: "a\\nb",')} }\n`,
      ),
    });
    expect(ids).toEqual(["api:catalogo", "operation:GET /%23X-Amz-Target=A", "operation:a b"]);
  });
});

describe("links", () => {
  it("an operation leads to its document, tags, schemas and what it traces to", async () => {
    const { links, item } = await readFiles({
      "a.yaml": yamlDocument(`paths:
  /rpc/buscar:
    post:
      operationId: buscar
      tags: [busca]
      x-trace: [OPT1]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/P" } } } }
      responses:
        "200":
          description: x
          content: { application/json: { schema: { items: { $ref: "#/components/schemas/R" } } } }
  /objeto: { get: { responses: { "200": { description: x } } } }
components:
  schemas:
    P: { x-trace: REQ-1 }
    R: { properties: { p: { $ref: "#/components/schemas/P" } } }
`),
    });
    expect(links("operation:buscar").map(({ role, to }) => `${role} ${to}`)).toEqual([
      "part-of api:catalogo",
      "tagged tag:catalogo/busca",
      "refers-to OPT1",
      "accepts schema:P",
      "returns schema:R",
    ]);
    expect(links("schema:R").map(({ role, to }) => `${role} ${to}`)).toEqual([
      "part-of api:catalogo",
      "uses schema:P",
    ]);
    expect(links("schema:P").map(({ role, to }) => `${role} ${to}`)).toContain("refers-to REQ-1");
    expect(item("operation", "buscar").attributes.rpc).toBe("buscar");
    expect(item("operation", "GET /objeto").attributes.relation).toBe("objeto");
  });
});
