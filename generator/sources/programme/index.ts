import { checkSchema, readData, withEnglishKeys } from "#data/index.ts";
import { joinOutcomes, outcome, type Outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import { type Item, itemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import type { PlanChange } from "#model/programme/plan-change.ts";
import { checkProse, readProse } from "#markdown/index.ts";
import { dataFiles, listFiles, readText, softened, type SourceFile } from "../files.ts";
import type { Source, SourceRequest } from "../source.ts";
import { readTraceTags } from "../trace-tags.ts";
import { checkEntry } from "./check-entry.ts";
import { declaredConflicts } from "./conflicts/conflicts.ts";
import { checkContradictions } from "./conflicts/contradictions.ts";
import { entriesOf, isGateFile, isRecordFile } from "./entries.ts";
import { chainMinutes } from "./minutes/minutes-chain.ts";
import { collections, readers } from "./nouns/index.ts";
import type { Entry, Noun, ReadAttributes } from "./nouns/noun.ts";
import {
  type DataFile,
  type DataRecord,
  known,
  placeOf,
  proseOf,
  textOf,
  textsOf,
} from "./record.ts";
import { referencesOf } from "./references.ts";
import { namePeopleInRoles } from "./people-in-roles.ts";
import { readPlanChanges } from "./plan-versions.ts";
import { readTraceability } from "./traceability.ts";
import { gateSchema, keyAliases, programmeSchema } from "./schemas.ts";

/** Reads programme data: YAML or JSON files with collections of records, and gate files. */
export const readProgramme: Source = async (request) => {
  const { value: parsed, diagnostics: read } = await readFiles(request);
  const entries = parsed.flatMap(entriesOf);
  const plans = await readPlanChanges({
    root: request.root,
    entries,
    readAt: async (root) => (await readFiles({ ...request, root })).value.flatMap(entriesOf),
  });
  const { accounts, diagnostics } = checkContradictions(entries);
  const minutes = chainMinutes(entries);
  const traceability = joinOutcomes(parsed.map((file) => readTraceability(request.root, file)));
  const described = entries.map((entry) =>
    describe(entry, {
      root: request.root,
      isAccount: accounts.has(entry),
      digest: minutes.digests.get(entry),
      planChange: plans.value.get(entry),
    }),
  );
  const facts = described.flatMap(({ value }) => value);
  const tags = parsed.flatMap(({ data: { file }, lines, foreign }) =>
    readTraceTags({ text: lines.join("\n"), file, foreign }, facts),
  );
  return outcome(
    [
      ...namePeopleInRoles(facts),
      ...parsed.map(tallyOf),
      ...traceability.value,
      ...tags.map(referenceFact),
    ],
    [
      ...read,
      ...plans.diagnostics,
      ...diagnostics,
      ...minutes.diagnostics,
      ...traceability.diagnostics,
      ...described.flatMap((entry) => entry.diagnostics),
    ],
  );
};

async function readFiles(request: SourceRequest): Promise<Outcome<readonly DataFile[]>> {
  const listed = await listFiles(request, dataFiles);
  const files = listed.value
    .filter(({ path }) => !isRecordFile(path))
    .map((file) => readFile(request.root, file));
  return outcome(
    files.flatMap(({ value }) => value ?? []),
    [...listed.diagnostics, ...files.flatMap((file) => file.diagnostics)],
  );
}

function readFile(root: string, { path, entry }: SourceFile): Outcome<DataFile | undefined> {
  const text = readText(root, path, entry.foreign);
  if (text.value === undefined) return outcome(undefined, text.diagnostics);
  const { value, diagnostics } = parseFile(path, text.value, entry.foreign);
  return outcome(value, softened(diagnostics, entry.foreign));
}

function parseFile(path: string, text: string, foreign: boolean): Outcome<DataFile> {
  const written = readData(text, path);
  const { value: data, diagnostics } = withEnglishKeys(written.value, keyAliases);
  const schema = isGateFile(path) ? gateSchema : programmeSchema;
  const problems =
    data.value === undefined ? written.diagnostics : [...diagnostics, ...checkSchema(data, schema)];
  return outcome({ data, lines: text.split(/\r?\n/), foreign }, problems);
}

/** The minutes of all meetings that were held, as they are below a folder. */
export async function readHeldMinutes(
  request: SourceRequest,
): Promise<readonly { name: string; digest: string; location: Location }[]> {
  const entries = (await readFiles(request)).value.flatMap(entriesOf);
  return [...chainMinutes(entries).digests].map(([{ name, record }, digest]) => ({
    ...{ name, digest, location: placeOf(record) },
  }));
}

/** The facts of one gate file, from a text that is not the one on disk. */
export function readPolicy(path: string, text: string): Outcome<readonly Fact[]> {
  const { value: file, diagnostics } = parseFile(path, text, false);
  // Nothing of a policy depends on the disk.
  const about = { root: "", isAccount: false };
  const described = entriesOf(file).map((entry) => describe(entry, about));
  return outcome(
    described.flatMap(({ value }) => value),
    [...diagnostics, ...described.flatMap((entry) => entry.diagnostics)],
  );
}

/** What is known of a record beside what it says. */
interface About {
  readonly root: string;
  readonly isAccount: boolean;
  /** Of the minutes of a meeting that was held. */
  readonly digest?: string | undefined;
  /** Of a stage that asks what moved since a version. */
  readonly planChange?: PlanChange | undefined;
}

/** The facts of one record; another account of an item that is there already adds its links only. */
function describe(entry: Entry, about: About): Outcome<readonly Fact[]> {
  const item = itemOf(entry, about);
  const conflicts = declaredConflicts(entry);
  const { foreign } = entry.record.file;
  const written = item.description ? readProse(item.description, item.id) : [];
  const texts = item.description ? checkProse(item.description) : [];
  const references = [
    ...referencesOf(entry),
    ...written.map((reference) => (foreign ? { ...reference, foreign: true } : reference)),
  ];
  return outcome(
    [
      ...(about.isAccount ? [] : [itemFact(item)]),
      ...references.map(referenceFact),
      ...conflicts.facts,
    ],
    softened([...checkEntry(entry), ...conflicts.diagnostics, ...texts], foreign),
  );
}

function itemOf(entry: Entry, { root, digest, planChange }: About): Item {
  const { kind, name, record } = entry;
  const read: ReadAttributes<Noun> = readers[kind];
  const description = proseOf(record, "description");
  // The registry pairs each kind with its reader, which the type of a union cannot follow.
  return {
    kind,
    id: itemId(kind, name),
    title: textOf(record, "title") ?? textOf(record, "metric") ?? name,
    location: placeOf(record, "id"),
    ...movedFrom(record),
    attributes: { ...read(entry, root), ...known({ digest, planChange }) },
    ...(description && { description }),
  } as Item;
}

function movedFrom(record: DataRecord): Pick<Item, "movedFrom"> {
  const names = textsOf(record, "moved-from");
  return names.length > 0 ? { movedFrom: names } : {};
}

/** Records of known collections that have an id are modelled; the schema names the others. */
function tallyOf(file: DataFile): Fact {
  const top = (file.data.value ?? {}) as Readonly<Record<string, unknown>>;
  const read = isGateFile(file.data.file)
    ? 1
    : [...collections.keys()].reduce((count, key) => count + lengthOf(top[key]), 0) +
      (typeof top.programme === "object" ? 1 : 0);
  const modelled = entriesOf(file).filter(({ parent }) => parent === undefined).length;
  return tallyFact({
    source: "programme",
    file: file.data.file,
    unit: "records",
    read,
    modelled,
    passedOver: 0,
    notUnderstood: Math.max(0, read - modelled),
  });
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
