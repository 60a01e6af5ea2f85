import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import { type Fact, itemFact, referenceFact, tallyFact } from "#model/fact.ts";
import { type ItemId, itemId } from "#model/item.ts";
import type { Location } from "#model/location.ts";
import { relative } from "node:path";
import ts from "typescript";
import type { SourceFile } from "../files.ts";
import { convert, type Model } from "./convert.ts";
import { databaseCalls } from "./database-calls.ts";
import { describeModule, describeSymbol, type SymbolContext } from "./describe-symbol.ts";
import { listExports, listModules, type ModuleExport } from "./list-exports.ts";
import { loadProgram } from "./load-program.ts";
import { signaturePrinter } from "./print-signature.ts";
import { stem } from "./stem.ts";

/** What TypeScript says of the files, and every file of the project that it was read from. */
export interface Documented {
  readonly outcome: Outcome<readonly Fact[]>;
  /** Relative to the root. */
  readonly inputs: readonly string[];
}

/** Documents what the files export. Code that does not compile is documented as far as it can be. */
export async function documentFiles(
  root: string,
  sources: readonly SourceFile[],
): Promise<Documented> {
  const files = sources.map(({ path }) => path);
  const { program, settings } = loadProgram(root, files);
  const broken = sources.flatMap((source) => syntaxErrors(program, root, source));
  const read = program.getSourceFiles().map(({ fileName }) => fileName);
  const inputs = [...read, ...settings].map((path) => relative(root, path).replaceAll("\\", "/"));
  const model = await convert(root, program, files);
  const facts = moduleFacts(root, sources, { model, program });
  return { outcome: outcome(facts, broken), inputs: inputs.filter(isOwn) };
}

/** Dependencies change with the lock file, which is looked at instead. */
const isOwn = (path: string): boolean => !path.startsWith("..") && !path.includes("node_modules/");

function syntaxErrors(program: ts.Program, root: string, source: SourceFile): Diagnostic[] {
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

function moduleFacts(
  root: string,
  sources: readonly SourceFile[],
  { model, program }: { model: Model; program: ts.Program },
): readonly Fact[] {
  const files = sources.map(({ path }) => path);
  const modules = listModules(model, files);
  const exported = Map.groupBy(listExports(model, modules, root), ({ module }) => module);
  const context: SymbolContext = {
    root,
    model,
    printer: signaturePrinter(program.getTypeChecker()),
    names: namesOf([...exported.values()].flat()),
  };
  return sources.flatMap(({ path }) => {
    const exports = exported.get(stem(path)) ?? [];
    const sourceFile = program.getSourceFile(`${root}/${path}`);
    const tally = tallyOf(path, exports.length);
    if (sourceFile === undefined) return [tally];
    const calls = databaseCalls(sourceFile, { path, symbolOf: symbolFinder(exports) });
    if (exports.length === 0 && calls.length === 0) return [tally];
    const description = describeModule(sourceFile, path, {
      context,
      module: modules.get(stem(path)),
    });
    return [
      itemFact({
        kind: "module",
        id: itemId("module", stem(path)),
        title: stem(path),
        location: { file: path, line: 1 },
        ...(description && { description }),
        attributes: calls.length === 0 ? {} : { databaseCalls: calls },
      }),
      ...exports.flatMap((each) => exportFacts(each, path, context)),
      tally,
    ];
  });
}

/** From the name of a declaration to the symbol that pages show. */
const symbolFinder = (exports: readonly ModuleExport[]) => (name: string) => {
  const found = exports.find((each) => each.name === name && each.from === undefined);
  return found && symbolId(found);
};

const symbolId = ({ module, name }: { module: string; name: string }): ItemId =>
  itemId("symbol", `${module}.${name}`);

function exportFacts(each: ModuleExport, file: string, context: SymbolContext): readonly Fact[] {
  const item = describeSymbol(each, file, context);
  const location: Location = item.location;
  const partOf = { role: "part-of", to: itemId("module", each.module) } as const;
  const references = [
    { from: item.id, ...partOf, location },
    ...(each.from
      ? [{ from: item.id, role: "refers-to" as const, to: symbolId(each.from), location }]
      : []),
  ];
  return [itemFact(item), ...references.map(referenceFact)];
}

/** How comments name what is documented: the owner's id, for a declaration that has one. */
function namesOf(exports: readonly ModuleExport[]): SymbolContext["names"] {
  return new Map(
    exports
      .filter(({ from }) => from === undefined)
      .flatMap((each) => each.declarations.map((declaration) => [declaration, symbolId(each)])),
  );
}

const tallyOf = (file: string, count: number): Fact =>
  tallyFact({
    source: "typescript",
    file,
    unit: "symbols",
    read: count,
    modelled: count,
    passedOver: 0,
    notUnderstood: 0,
  });
