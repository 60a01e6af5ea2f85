import {
  diagnose,
  type Diagnostic,
  joinOutcomes,
  outcome,
  type Outcome,
} from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import { itemId } from "#model/item.ts";
import { relative } from "node:path";
import ts from "typescript";
import type { Reflection } from "typedoc";
import { readTraceTags } from "../trace-tags.ts";
import { convert, type Model } from "./convert.ts";
import { databaseCalls } from "./database-calls.ts";
import { describeModule } from "./describe/describe-symbol.ts";
import { exportFacts, idsByName, isDeclared, mentionsIn, symbolId } from "./export-facts.ts";
import { listExports, listModules, type ModuleExport } from "./list-exports.ts";
import { loadProgram } from "./load-program.ts";
import { signaturePrinter } from "./describe/print-signature.ts";
import type { CodeFile, CodeListing } from "./packages/list-code.ts";
import { nearnessOf } from "./packages/nearness.ts";
import { packageFacts } from "./packages/package-facts.ts";
import type { SymbolContext } from "./symbol-context.ts";

/** What TypeScript says of the files, and every file of the project that it was read from. */
export interface Documented {
  readonly outcome: Outcome<readonly Fact[]>;
  /** Relative to the root. */
  readonly inputs: readonly string[];
}

/** Documents what the files export. Code that does not compile is documented as far as it can be. */
export async function documentFiles(root: string, listing: CodeListing): Promise<Documented> {
  const { files: sources } = listing;
  const { program, settings } = loadProgram(root, listing);
  const broken = sources.flatMap((source) => syntaxErrors(program, root, source));
  const read = program.getSourceFiles().map(({ fileName }) => fileName);
  const inputs = [...read, ...settings].map((path) => relative(root, path).replaceAll("\\", "/"));
  const model = await convert(root, program, sources);
  const modules = documentModules(root, listing, { model, program });
  const facts = joinOutcomes([outcome(packageFacts(listing)), ...modules]);
  const found = outcome(facts.value, [...broken, ...facts.diagnostics]);
  return { outcome: found, inputs: inputs.filter(isOwn) };
}

/** Dependencies change with the lock file, which is looked at instead. */
const isOwn = (path: string): boolean => !path.startsWith("..") && !path.includes("node_modules/");

function syntaxErrors(program: ts.Program, root: string, source: CodeFile): Diagnostic[] {
  const file = program.getSourceFile(`${root}/${source.path}`);
  if (file === undefined) return [];
  return program.getSyntacticDiagnostics(file).map((problem) => {
    const { line, character } = file.getLineAndCharacterOfPosition(problem.start);
    const reason = ts.flattenDiagnosticMessageText(problem.messageText, " ").replace(/\.$/, "");
    const location = { file: source.path, line: line + 1, column: character + 1 };
    const severity = source.entry.foreign ? "warning" : "error";
    return diagnose("sources/typescript-syntax", { reason }, { location, severity });
  });
}

function documentModules(
  root: string,
  listing: CodeListing,
  { model, program }: { model: Model; program: ts.Program },
): readonly Outcome<readonly Fact[]>[] {
  const { files: sources } = listing;
  const modules = listModules(model, sources);
  const parsed = new Map(
    sources.map(({ module, path }) => [module, program.getSourceFile(`${root}/${path}`)]),
  );
  const sourceOf = (module: string): ts.SourceFile | undefined => parsed.get(module);
  const nearness = nearnessOf(root, listing);
  const exports = listExports({ root, model, modules, sourceOf, nearness });
  const exportsOf = Map.groupBy(exports, ({ module }) => module);
  const context: SymbolContext = {
    root,
    model,
    printer: signaturePrinter(program.getTypeChecker()),
    names: namesOf(exports),
    exported: idsByName(exports),
    sourceOf: (path) => program.getSourceFile(path),
  };
  const inPackage = byPackage(sources, exports);
  return sources.map((source) => {
    const { module } = source;
    const exported = inPackage.get(source.package ?? "") ?? context.exported;
    return documentModule(
      source,
      { ...context, exported },
      {
        exports: exportsOf.get(module) ?? [],
        parsed: parsed.get(module),
        reflection: modules.get(module),
      },
    );
  });
}

/** Within a package its own names come first: others may have the same. */
function byPackage(
  sources: readonly CodeFile[],
  exports: readonly ModuleExport[],
): ReadonlyMap<string, SymbolContext["exported"]> {
  const everywhere = idsByName(exports);
  const packageOf = new Map(sources.map((source) => [source.module, source.package]));
  const grouped = Map.groupBy(exports, ({ module }) => packageOf.get(module));
  return new Map(
    [...grouped].flatMap(([name, own]) =>
      name === undefined
        ? []
        : [[name, new Map([...everywhere, ...idsByName(own, name)])] as const],
    ),
  );
}

interface ModuleParts {
  readonly exports: readonly ModuleExport[];
  readonly parsed: ts.SourceFile | undefined;
  readonly reflection: Reflection | undefined;
}

function documentModule(
  source: CodeFile,
  context: SymbolContext,
  { exports, parsed, reflection }: ModuleParts,
): Outcome<readonly Fact[]> {
  const { path, module: name } = source;
  const symbols = exports.map((each) => exportFacts(each, source, context));
  const failed = symbols.filter(({ diagnostics }) => diagnostics.length > 0).length;
  const tally = outcome([tallyOf(path, exports.length, failed)]);
  if (parsed === undefined) return tally;
  const calls = databaseCalls(parsed, { path, symbolOf: symbolFinder(exports) });
  if (exports.length === 0 && calls.length === 0) return tally;
  const description = describeModule(parsed, path, { context, module: reflection });
  const id = itemId("module", name);
  const module = itemFact({
    kind: "module",
    id,
    title: name,
    location: { file: path, line: 1 },
    ...(description && { description }),
    attributes: {
      ...(source.package !== undefined && { package: source.package }),
      ...(calls.length > 0 && { databaseCalls: calls }),
    },
  });
  const mentions = description ? mentionsIn(description, id, context) : [];
  const links = mentions.map((each) =>
    referenceFact(source.entry.foreign ? { ...each, foreign: true } : each),
  );
  const found = joinOutcomes([outcome([module, ...links]), ...symbols, tally]);
  const { text } = parsed;
  const { foreign } = source.entry;
  const tags = readTraceTags({ text, file: path, whole: id, foreign }, found.value);
  return outcome([...found.value, ...tags.map(referenceFact)], found.diagnostics);
}

/** From the name of a declaration to the symbol that pages show. */
const symbolFinder = (exports: readonly ModuleExport[]) => (name: string) => {
  const found = exports.find((each) => each.name === name && isDeclared(each));
  return found && symbolId(found);
};

/** How comments name what is documented: the owner's id, for a declaration that has one. */
function namesOf(exports: readonly ModuleExport[]): SymbolContext["names"] {
  return new Map(
    exports
      .filter(isDeclared)
      .flatMap((each) => each.declarations.map((declaration) => [declaration, symbolId(each)])),
  );
}

const tallyOf = (file: string, count: number, failed: number): Fact =>
  tallyFact({
    source: "typescript",
    file,
    unit: "symbols",
    read: count,
    modelled: count - failed,
    passedOver: 0,
    notUnderstood: failed,
  });
