import { loadTemplates } from "#config/index.ts";
import { hasErrors } from "#diagnostics/index.ts";
import { evaluate } from "#evaluate/index.ts";
import { buildGraph } from "#graph/index.ts";
import type { Property } from "#model/api/shape.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import { type OutputFile, type Page, targets } from "#model/pages/page.ts";
import { type ProjectSettings, sourceNames } from "#model/settings.ts";
import { planPublication, publish } from "#publish/index.ts";
import { makeSite, renderSite } from "#render/index.ts";
import { verify } from "#verify/index.ts";
import { startSearch } from "../../generator/start-search.ts";

const [out = "", count = "0", edited = ""] = process.argv.slice(2);
const total = Number(count);

async function makePages(schemas: readonly Fact[]): Promise<void> {
  const project: ProjectSettings = {
    name: "",
    title: "Bench",
    sources: Object.fromEntries(
      sourceNames.map((name) => [name, []]),
    ) as unknown as ProjectSettings["sources"],
  };
  const templates = loadTemplates();
  const graph = buildGraph([apiFact(), ...schemas]);
  const evaluation = evaluate(graph.value, {});
  const input = {
    title: "Bench",
    languages: ["pt-BR" as const],
    ...templates,
    projects: [{ project, graph: graph.value, evaluation: evaluation.value }],
  };
  const pages = renderSite(input);
  const search = startSearch(pages.value.length);
  const site = makeSite(pages.value, { ...input, projects: [project] }, search.add);
  const indexes = search.finish(templates.words);
  const files = [...pages.value.map(markdownFile), ...site.value.files];
  const checked = verify(site.value.pages, files);
  const plan = planPublication([...files, ...(await indexes)], out, { targets });
  const said = [graph, evaluation, pages, site, checked, plan].flatMap((each) => each.diagnostics);
  if (hasErrors(said) || plan.value === undefined)
    throw new Error(JSON.stringify(said.slice(0, 5)));
  publish(plan.value);
}

const markdownFile = (page: Page): OutputFile => ({
  path: `md/${page.path}`,
  target: page.target,
  content: page.markdown,
});

const at = (line: number) => ({ file: "openapi.yaml", line });

function apiFact(): Fact {
  return itemFact({
    kind: "api",
    id: itemId("api", "bench"),
    title: "Bench",
    location: at(1),
    attributes: {
      name: "bench",
      version: "1.0.0",
      dialect: "OpenAPI 3.1.0",
      servers: [],
      securitySchemes: [],
      tags: [],
    },
  });
}

/**
 * A schema of about 4 KB on its page, with some twenty links, as in the corpus that the goals were
 * set on: 23 properties, every second of them another schema.
 */
function schemaFacts(index: number): readonly Fact[] {
  const id = itemId("schema", nameOf(index));
  const properties = Array.from({ length: 23 }, (_, position) => propertyOf(index, position));
  const references = properties.flatMap(({ shape }, position) =>
    shape.ref === undefined
      ? []
      : [referenceFact({ from: id, role: "uses", to: shape.ref, location: at(position + 1) })],
  );
  return [
    itemFact({
      kind: "schema",
      id,
      title: nameOf(index),
      location: at(index + 2),
      description: {
        text: sentence(index * 23) + (index === 0 ? edited : ""),
        location: at(index + 2),
      },
      attributes: {
        api: "bench",
        name: nameOf(index),
        shape: { type: "object", nullable: false, constraints: [], properties },
        examples: [{ name: "", text: `{ "campo_0": ${index} }` }],
      },
    }),
    ...references,
  ];
}

const nameOf = (index: number): string => `Esquema${String(index % total).padStart(4, "0")}`;

function propertyOf(index: number, position: number): Property {
  const isLink = position % 2 === 0;
  return {
    name: `campo_${position}`,
    required: position % 3 === 0,
    readOnly: false,
    writeOnly: false,
    deprecated: false,
    shape: {
      type: isLink ? "object" : "string",
      nullable: false,
      constraints: isLink ? [] : [{ keyword: "maxLength", value: String(position + 20) }],
      description: { text: sentence(index * 23 + position + 1), location: at(position + 1) },
      ...(isLink && { ref: itemId("schema", nameOf(index * 7 + position + 1)) }),
    },
  };
}

const words =
  "talhão camada registro data limite área sensor nível campo origem valor código".split(" ");

/** The words in every rotation: putting sentences together is no part of what is measured. */
const rotations = words.map((_, seed) =>
  words.map((_, index) => words[(seed + index * 7) % words.length]).join(" "),
);

/** No two alike: what is said twice may be rendered once, and real descriptions are not. */
const sentence = (seed: number): string => `O ${rotations[seed % words.length] ?? ""} ${seed}.`;

// The page path as a program of its own: facts that cost nothing to read, then render, verify, HTML
// with its links checked, and write.
await makePages(Array.from({ length: total }, (_, index) => index).flatMap(schemaFacts));
