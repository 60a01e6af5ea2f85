/** OpenAPI documents → APIs, tags, operations and schemas, each with its file and line. */
import { type Diagnostic, diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ApiQuality } from "#model/api/quality.ts";
import { type Fact, itemFact, referenceFact } from "#model/fact.ts";
import { dataFiles, listFiles, readText, softened, type SourceFile } from "../files.ts";
import type { Source } from "../source.ts";
import { readTraceTags } from "../trace-tags.ts";
import { isDocument, readDialect } from "./dialect.ts";
import { type Draft, findOperations } from "./draft.ts";
import { readFacts } from "./facts/read-facts.ts";
import { nameDocuments } from "./names.ts";
import { rootOf } from "./node.ts";
import { type ProjectFiles, projectFiles } from "./references/project-files.ts";
import { reportReferences } from "./references/report-references.ts";
import { survey } from "./references/survey.ts";
import { readQuality } from "./quality/read-quality.ts";
import { checkSchemas } from "./structure/check-schemas.ts";
import { checkStructure } from "./structure/check-structure.ts";

export const openapi: Source = async (request) => {
  const files = projectFiles(request.root);
  const listed = await listFiles(request, dataFiles);
  const read: readonly ReadFile[] = await inOrder(listed.value, (file) => readFile(file, files));
  const drafts = read.flatMap(({ draft }) => draft ?? []);
  const reached = new Set(drafts.flatMap((draft) => [...draft.survey.files]));
  const gathered = nameDocuments(drafts).map((names) =>
    withQuality(readFacts(names, files), readQuality(names, files)),
  );
  const diagnostics = [
    ...listed.diagnostics,
    ...read.flatMap((each) => softened(each.diagnostics, each.file.entry.foreign)),
    ...read.flatMap((each) =>
      softened(reportStranger(each, reached, files), each.file.entry.foreign),
    ),
    ...gathered.flatMap((each, index) =>
      softened(each.diagnostics, drafts[index]?.file.entry.foreign),
    ),
  ];
  const tags = gathered.flatMap(({ value }, index) =>
    tagsIn(drafts[index], { facts: value, root: request.root }),
  );
  return outcome([...gathered.flatMap<Fact>(({ value }) => value), ...tags], diagnostics);
};

/** `@trace` in the comments of a document in YAML, and of the files that it refers to. */
function tagsIn(
  draft: Draft | undefined,
  { facts, root }: { readonly facts: readonly Fact[]; readonly root: string },
): readonly Fact[] {
  if (draft === undefined) return [];
  const { file, survey: reached } = draft;
  const api = facts.find((fact) => fact.fact === "item" && fact.item.kind === "api");
  const whole = api?.fact === "item" ? api.item.id : undefined;
  return [...new Set([file.path, ...reached.files])]
    .filter((path) => /\.ya?ml$/i.test(path))
    .flatMap((path) => {
      const text = readText(root, path).value ?? "";
      const own = path === file.path && whole !== undefined ? { whole } : {};
      return readTraceTags({ text, file: path, foreign: file.entry.foreign, ...own }, facts);
    })
    .map(referenceFact);
}

/** The document's own item says what could be better in it. */
const withQuality = (
  { value, diagnostics }: Outcome<readonly Fact[]>,
  quality: ApiQuality,
): Outcome<readonly Fact[]> =>
  outcome(
    value.map((fact) => {
      if (fact.fact !== "item" || fact.item.kind !== "api") return fact;
      return itemFact({ ...fact.item, attributes: { ...fact.item.attributes, quality } });
    }),
    diagnostics,
  );

interface ReadFile {
  readonly file: SourceFile;
  readonly draft?: Draft;
  readonly diagnostics: readonly Diagnostic[];
}

async function readFile(file: SourceFile, files: ProjectFiles): Promise<ReadFile> {
  const { value: data, diagnostics } = files.open(file.path);
  if (data === undefined || !isDocument(data.value)) return { file, diagnostics };
  const root = rootOf(data);
  const { dialect, diagnostics: doubts } = readDialect(root);
  if (dialect === undefined) return { file, diagnostics: doubts };
  const found = survey(root, files);
  const operations = findOperations(root, dialect, files);
  return {
    file,
    draft: { file, data, root, dialect, survey: found, operations },
    diagnostics: [
      ...diagnostics,
      ...[...found.files].flatMap((path) => doubtsAbout(path, files)),
      ...doubts,
      ...reportReferences(found, files),
      ...onePerPlace([
        ...checkSchemas(found, root, dialect),
        ...(await checkStructure(root, dialect)),
      ]),
    ],
  };
}

/** Of a file that cannot be read, the reference to it is what is wrong. */
function doubtsAbout(path: string, files: ProjectFiles): readonly Diagnostic[] {
  const { value, diagnostics } = files.open(path);
  return value === undefined ? [] : diagnostics;
}

/** Two checks may stumble over one value; the first to say so says it better. */
function onePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(({ code, args, file = "" }) => {
    if (code !== "sources/openapi-wrong-value") return true;
    const place = `${file}#${String(args.pointer)}`;
    return !said.has(place) && said.add(place);
  });
}

/** A file that is no document and that no document refers to was named by mistake. */
function reportStranger(
  { file, draft, diagnostics }: ReadFile,
  reached: ReadonlySet<string>,
  files: ProjectFiles,
): readonly Diagnostic[] {
  const said = draft !== undefined || diagnostics.length > 0 || reached.has(file.path);
  if (said || isDocument(files.open(file.path).value?.value)) return [];
  const location = { file: file.path, line: 1 };
  return [diagnose("sources/openapi-not-a-document", {}, { location })];
}

/** One after the other: each is mostly computation, and memory is held for one at a time. */
async function inOrder<Value, Result>(
  values: readonly Value[],
  each: (value: Value) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const value of values) results.push(await each(value));
  return results;
}
