import { describe, expect, it } from "vitest";
import { readFiles, yamlDocument } from "../../../support/openapi.ts";
import { pagesOf } from "../../../support/pages.ts";

const document = yamlDocument(`
paths: {}
components:
  schemas:
    Animal:
      required: [tipo]
      discriminator: { propertyName: tipo, mapping: { gato: Gato, cao: "#/components/schemas/Cao" } }
      properties:
        tipo: { type: string }
        nome: { type: [string, "null"], description: Como se chama }
    Gato:
      allOf:
        - $ref: "#/components/schemas/Animal"
        - required: [nome, vidas]
          properties: { vidas: { type: integer, default: 7 } }
      properties: { nome: { maxLength: 9 } }
    Cao: { allOf: [{ $ref: "#/components/schemas/Animal" }] }
    Qualquer:
      oneOf: [{ $ref: "#/components/schemas/Gato" }, { $ref: "#/components/schemas/Cao" }]
      discriminator: { propertyName: tipo, mapping: { gato: Gato } }
    Outro:
      type: object
      x-dono: equipe
      dependentRequired: { cartao: [validade] }
      if: { properties: { a: { const: 1 } } }
      then: { required: [b] }
      dependentSchemas: { c: { properties: { d: {} } } }
      properties:
        p: { anyOf: [{ type: string }, { type: string, enum: [a] }, { type: integer }] }
    No:
      properties:
        filho: { allOf: [{ $ref: "#/components/schemas/No" }], description: O de baixo }
        irmao: { allOf: [{ $ref: "#/components/schemas/No" }, { description: O ao lado, nullable: true }] }
        dois: { allOf: [{ $ref: "#/components/schemas/No" }, { properties: { a: { const: x } } }] }
        lista: { items: { allOf: [{ $ref: "#/components/schemas/No" }, { description: Um }] } }
`);

const pagesFor = async () => {
  const { pages, codes } = pagesOf((await readFiles({ "a.yaml": document })).facts, "en");
  expect(codes).toEqual([]);
  return pages;
};

describe("schemas on their page", () => {
  it("what allOf brings stands with the rest, with the schema that it comes from", async () => {
    const page = (await pagesFor())["api/schemas/gato.md"] ?? "";
    expect(page).toContain("| `tipo` | string | yes |  (from [Animal](animal.md)) |");
    expect(page).toContain(
      "| `nome` | string or null | yes | Como se chama<br>at most 9 characters |",
    );
    expect(page).toContain("| `vidas` | integer | yes | default 7 |");
  });

  it("a schema that others are built on leads to them, by the values that tell them apart", async () => {
    const page = (await pagesFor())["api/schemas/animal.md"] ?? "";
    expect(page).toContain("the property tipo says which one");
    expect(page).toContain("| gato | [Gato](gato.md) |");
    expect(page).toContain("| cao | [Cao](cao.md) |");
    expect(page).toContain("## Schemas built on this one\n\n- [Cao](cao.md)\n- [Gato](gato.md)");
  });

  it("an example of alternatives says which one it is", async () => {
    const page = (await pagesFor())["api/schemas/qualquer.md"] ?? "";
    const [, text = ""] = /```json\n([^]*?)\n```/.exec(page) ?? [];
    expect(JSON.parse(text)).toMatchObject({ tipo: "gato", vidas: 7 });
  });

  it("conditions and extensions are listed", async () => {
    const page = (await pagesFor())["api/schemas/outro.md"] ?? "";
    expect(page).toContain("required together: cartao → validade");
    expect(page).toContain("## If it fits");
    expect(page).toContain("## Then it fits");
    expect(page).toContain("1. `c`: object");
    expect(page).toContain("- `x-dono`: equipe");
  });

  it("alternatives of one type name it once", async () => {
    const pages = await pagesFor();
    expect(pages["api/schemas/outro.md"]).toContain("| `p` | string or integer |");
  });

  it("what a property is built on is linked, even when that is the schema itself", async () => {
    const page = (await pagesFor())["api/schemas/no.md"] ?? "";
    const no = "[No](no.md)";
    expect(page).toContain(`| \`filho\` | ${no} | no | O de baixo |`);
    expect(page).toContain(`| \`irmao\` | ${no} or null | no | O ao lado |`);
    expect(page).toContain(`| \`dois\` | ${no} and object | no |  |\n| \`dois.a\` | string | no |`);
    expect(page).toContain(`| \`lista\` | list of ${no} | no |  |`);
    expect(page).toContain("Type: object");
  });
});
