/** The rooms, and which others each may import. What is not listed is forbidden. */
const floor = ["model", "diagnostics", "data", "markdown"];
const stages = ["sources", "graph", "evaluate", "render", "verify", "publish"];
const arrows = {
  model: { may: [], because: "the model is the language of all rooms and speaks of no other" },
  diagnostics: { may: ["model"], because: "a diagnostic needs a place, and nothing else" },
  data: { may: ["model", "diagnostics"], because: "reading text as data knows no stage" },
  markdown: { may: ["model", "diagnostics"], because: "the Markdown engines know no stage" },
  config: {
    may: ["model", "diagnostics", "data"],
    because: "settings must load without any stage",
  },
  ...Object.fromEntries(
    stages.map((stage) => [
      stage,
      { may: floor, because: "stages meet only in generate.ts, so that each can be read alone" },
    ]),
  ),
};

const roomRules = Object.entries(arrows).map(([room, { may, because }]) => ({
  name: `${room}-imports-only-its-floor`,
  comment: `${room} may import ${may.join(", ") || "no other room"}: ${because}.`,
  severity: "error",
  from: { path: `^generator/${room}/` },
  to: { path: "^generator/", pathNot: `^generator/(${[room, ...may].join("|")})/` },
}));

/** The core modules that are functions of their arguments. */
const pureCore = "^(path/posix|url|util|crypto|buffer|string_decoder)$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    {
      name: "only-the-edge-touches-the-world",
      comment:
        "Only cli, config, sources and publish touch disk, network or processes; the other rooms " +
        "are functions of their arguments: testable without mocks, same bytes twice. Paths of " +
        "pages have `/` on every machine, hence `node:path/posix`. `rewriter.ts` loads packages of " +
        "the project itself, only when they are needed.",
      severity: "error",
      from: {
        path: "^generator/(model|diagnostics|data|markdown|graph|evaluate|render|verify)/",
        pathNot: "^generator/markdown/prose/rewrite/rewriter\\.ts$",
      },
      to: { dependencyTypes: ["core"], pathNot: pureCore },
    },
    {
      name: "rooms-are-entered-by-name",
      comment: "A relative path through a wall hides an arrow; `#room/file.ts` shows it.",
      severity: "error",
      from: { path: "^generator/([^/]+)/" },
      to: {
        path: "^generator/[^/]+/",
        pathNot: "^generator/$1/",
        dependencyTypesNot: ["aliased-subpath-import"],
      },
    },
    {
      name: "inside-a-room-paths-are-relative",
      comment: "A room that names itself cannot be renamed, and looks as if it crossed a wall.",
      severity: "error",
      from: { path: "^generator/([^/]+)/" },
      to: { path: "^generator/$1/", dependencyTypes: ["aliased-subpath-import"] },
    },
    {
      name: "the-pipeline-starts-at-the-command-line",
      comment: "Only cli, main.ts and tests run the pipeline; a stage that did would run itself.",
      severity: "error",
      from: { path: "^generator/", pathNot: "^generator/(cli/|main\\.ts$|rastro\\.mjs$)" },
      to: { path: "^generator/(main|generate)\\.ts$" },
    },
    {
      name: "nobody-imports-the-command-line",
      comment: "cli is the top: what another room needs of it belongs further down.",
      severity: "error",
      from: { path: "^generator/", pathNot: "^generator/(cli/|main\\.ts$)" },
      to: { path: "^generator/cli/" },
    },
    {
      name: "the-product-knows-no-test",
      comment: "Tests may import the generator, never the other way round.",
      severity: "error",
      from: { path: "^generator/" },
      to: { path: "^test/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "imports-resolve",
      comment:
        "What is not there is found here and not by a user. The syntax trees are types alone: " +
        "`mdast` is `@types/mdast`, which the compiler finds.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(mdast|hast|unist|sarif)$" },
    },
    {
      name: "the-product-runs-on-its-own-dependencies",
      comment: "An installed package has no devDependencies, and no package that is only hoisted.",
      severity: "error",
      from: { path: "^generator/" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only", "npm"],
      },
    },
    {
      name: "names-say-something",
      comment: "A file that is called after nothing collects everything.",
      severity: "error",
      from: {},
      to: {
        path: "/(utils|util|helpers|helper|common|misc|manager|service)(/|[.]ts$)",
        pathNot: "node_modules",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(test/cases|test/results|dist|out)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".mjs", ".js"],
    },
  },
};
