import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readFiles } from "../../../support/openapi.ts";
import { pagesOf } from "../../../support/pages.ts";

const call = {
  servers: [{ url: "https://{host}.example.com/v1", variables: { host: { default: "api" } } }],
  security: [{ token: [] }],
  components: {
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
    schemas: {
      Novo: {
        required: ["nome"],
        properties: {
          id: { type: "integer", readOnly: true },
          nome: { type: "string", example: 'it\'s "$HOME" `id`\n€' },
          senha: { type: "string", format: "password", writeOnly: true },
          dia: { type: "string", format: "date" },
          vezes: { type: "integer", minimum: 7, multipleOf: 5 },
          dentro: { $ref: "#/components/schemas/Novo" },
        },
      },
    },
  },
  paths: {
    "/itens/{id}": {
      post: {
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", example: "a b" } },
          { name: "modo", in: "query", required: true, schema: { enum: ["x&y"] } },
          { name: "talvez", in: "query", schema: { type: "string" } },
        ],
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Novo" } } },
        },
        responses: {
          "200": {
            description: "Certo",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Novo" } } },
          },
        },
      },
    },
  },
};

async function fencesOf(language: string): Promise<readonly string[]> {
  const document = { openapi: "3.1.0", info: { title: "Itens", version: "1" }, ...call };
  const { facts } = await readFiles({ "a.json": JSON.stringify(document) });
  const page = pagesOf(facts, "en").pages["api/tags/untagged.md"] ?? "";
  return [...page.matchAll(/```(\w+)\n([^]*?)\n```/g)].flatMap(([, name, code = ""]) =>
    name === language ? [code] : [],
  );
}

const sent = { nome: 'it\'s "$HOME" `id`\n€', senha: "********", dia: "2026-01-31", vezes: 10 };
const address = "https://api.example.com/v1/itens/a%20b?modo=x%26y";

type Call = [url: string, { headers: Record<string, string>; body: string }];

describe("samples", () => {
  it("a shell sends what the command says, whatever the document holds", async () => {
    const [command = ""] = await fencesOf("sh");
    const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
    const words = execFileSync("sh", ["-c", script], { encoding: "utf8", env: { TOKEN: "s3" } });
    const args = words.split("\0").slice(0, -1);
    expect(args.slice(0, 3)).toEqual(["--request", "POST", address]);
    expect(args).toContain("Authorization: Bearer s3");
    expect(JSON.parse(args.at(-1) ?? "")).toEqual(sent);
  });

  it("the sample for fetch is a program that makes the same call", async () => {
    const [code = ""] = await fencesOf("js");
    const program = `globalThis.fetch = (...args) => console.log(JSON.stringify(args));\n${code}`;
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      env: { TOKEN: "s3" },
    });
    const [url, { headers, body }] = JSON.parse(output) as Call;
    expect(url).toBe(address);
    expect(headers["Authorization"]).toBe("Bearer s3");
    expect(JSON.parse(body)).toEqual(sent);
  });

  it("the sample for Python says the same in its own words", async () => {
    const [code = ""] = await fencesOf("python");
    expect(code).toContain('headers={\n        "Accept": "application/json",\n');
    expect(code).toContain('"Authorization": "Bearer " + os.environ["TOKEN"]');
    expect(code).toContain(String.raw`"nome": "it's \"$HOME\" ${"`id`"}\n€",`);
  });

  it("a response holds what is read only, and nothing that is write only", async () => {
    const examples = await fencesOf("json");
    const response = JSON.parse(examples.at(-1) ?? "") as Record<string, unknown>;
    expect(response).toMatchObject({ id: 1, nome: sent.nome });
    expect(response).not.toHaveProperty("senha");
  });

  it("what is served with and without encryption is called with it", async () => {
    const { facts } = await readFiles({
      "a.json": JSON.stringify({
        swagger: "2.0",
        info: { title: "A", version: "1" },
        host: "example.com",
        schemes: ["http", {}, "https"],
        paths: { "/a": { get: { responses: { "204": { description: "Nada" } } } } },
      }),
    });
    const { pages } = pagesOf(facts, "en");
    expect(pages["api/tags/untagged.md"]).toContain("curl --request GET https://example.com/a\n");
    expect(pages["api/index.md"]).toContain(
      "| `http://example.com` |  |\n| `https://example.com` |  |\n",
    );
  });
});
