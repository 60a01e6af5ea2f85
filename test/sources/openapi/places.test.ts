import { describe, expect, it } from "vitest";
import { readFiles } from "../../support/openapi.ts";

const yaml = `openapi: 3.1.0
info:
  title: Catálogo
  version: "1"
tags:
  - name: busca
    description: Encontrar.
paths:
  /catalogo:
    parameters:
      - name: limite
        in: query
        description: Quantos.
        schema: { type: integer }
    get:
      operationId: listar
      tags: [busca]
      description: |
        Lista tudo.
      responses:
        "200":
          description: Certo
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Objeto"
components:
  schemas:
    Objeto:
      description: Um objeto.
      properties:
        id: { type: string, description: "Quem é." }
`;

const json = `{
  "openapi": "3.1.0",
  "info": { "title": "Catálogo", "version": "1" },
  "paths": {
    "/catalogo": {
      "get": {
        "operationId": "listar",
        "responses": { "200": { "description": "Certo" } }
      }
    }
  },
  "components": { "schemas": { "Objeto": {
    "description": "Um\\nobjeto." } } }
}`;

describe("places", () => {
  it("every part of a YAML document knows its line and column", async () => {
    const { item } = await readFiles({ "api.yaml": yaml });
    const operation = item("operation", "listar");
    expect(operation.location).toEqual({ file: "api.yaml", line: 15, column: 5 });
    expect(operation.description?.location).toEqual({ file: "api.yaml", line: 19, column: 9 });
    expect(operation.attributes.parameters[0]?.description?.location).toMatchObject({
      line: 13,
      column: 22,
    });
    expect(operation.attributes.responses[0]?.description?.location).toMatchObject({ line: 22 });
    expect(item("schema", "Objeto").location).toMatchObject({ line: 29, column: 5 });
    expect(
      item("schema", "Objeto").attributes.shape.properties?.[0]?.shape.description?.location,
    ).toMatchObject({ line: 32, column: 43 });
    expect(item("api", "catalogo").location).toMatchObject({ line: 2, column: 1 });
    expect(item("tag", "catalogo/busca").location).toMatchObject({ line: 6, column: 11 });
  });

  it("every part of a JSON document knows its line and column", async () => {
    const { item } = await readFiles({ "api.json": json });
    expect(item("operation", "listar").location).toEqual({
      file: "api.json",
      line: 6,
      column: 7,
    });
    expect(item("schema", "Objeto").location).toEqual({ file: "api.json", line: 12, column: 32 });
    expect(item("schema", "Objeto").description?.location).toEqual({
      file: "api.json",
      line: 13,
      column: 21,
    });
  });

  it("a link in a description is reported on the line where it stands", async () => {
    const linked = yaml
      .replace("Lista tudo.", "Lista tudo,\n        como em [[OPT1]].")
      .replace("Um objeto.", '"Um\\n\\nobjeto de [[OPT2]]."');
    const { links } = await readFiles({ "api.yaml": linked });
    expect(links("operation:listar")).toContainEqual(
      expect.objectContaining({
        role: "mentions",
        to: "OPT1",
        location: { file: "api.yaml", line: 20 },
      }),
    );
    // A quoted text has its line breaks written out, all on one line of the file.
    expect(links("schema:Objeto")).toContainEqual(
      expect.objectContaining({
        role: "mentions",
        to: "OPT2",
        location: { file: "api.yaml", line: 31, column: 21 },
      }),
    );
  });
});
