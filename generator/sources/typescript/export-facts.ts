import { diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import { checkProse } from "#markdown/index.ts";
import { type Fact, itemFact, type Reference, referenceFact } from "#model/fact.ts";
import { type ItemId, itemId } from "#model/item.ts";
import type { Prose } from "#model/pages/prose.ts";
import { softened, type SourceFile } from "../files.ts";
import { describeSymbol, locateExport } from "./describe/describe-symbol.ts";
import type { ModuleExport } from "./list-exports.ts";
import { readMentions } from "./read-mentions.ts";
import type { SymbolContext } from "./symbol-context.ts";

export const symbolId = ({ module, name }: { module: string; name: string }): ItemId =>
  itemId("symbol", `${module}.${name}`);

export const isDeclared = (each: ModuleExport): boolean =>
  each.from === undefined && each.package === undefined;

/**
 * What a name stands for wherever it is written: the one declaration that is exported under it; of
 * several, what the outermost entry point exports, in a package the one with its own name. A name
 * that stays in doubt is left out.
 */
export function idsByName(
  exports: readonly ModuleExport[],
  main?: string,
): ReadonlyMap<string, ItemId> {
  const named = Map.groupBy(exports, ({ name }) => name);
  const known = [...named].flatMap(([name, all]) => {
    const declared = all.filter(isDeclared);
    const [only] = declared.length === 1 ? declared : outermost(all, main);
    return only === undefined ? [] : [[name, ownerId(only)] as const];
  });
  // `{@link @a/b!Name}`, `{@link @a/b#Name}`: as TypeDoc and TSDoc name what another package exports.
  const qualified = exports
    .filter(({ module }) => module.startsWith("@"))
    .flatMap((each) =>
      ["!", "#", "."].map((mark) => [`${each.module}${mark}${each.name}`, ownerId(each)] as const),
    );
  return new Map([...known, ...qualified]);
}

/** `index` of the folder nearest to the root, when it alone is so near; in a package what it is called by. */
function outermost(
  exports: readonly ModuleExport[],
  main: string | undefined,
): readonly ModuleExport[] {
  if (main !== undefined) return exports.filter(({ module }) => module === main);
  const depth = ({ module }: ModuleExport): number => module.split("/").length;
  const entries = exports.filter(({ module }) => /(?:^|\/)index$/.test(module));
  const least = Math.min(...entries.map(depth));
  const nearest = entries.filter((each) => depth(each) === least);
  return nearest.length === 1 ? nearest : [];
}

const ownerId = (each: ModuleExport): ItemId =>
  each.from?.name === undefined
    ? symbolId(each)
    : symbolId({ module: each.from.module, name: each.from.name });

/** The item of an exported name and what it leads to. One that the compiler fails on costs only itself. */
export function exportFacts(
  each: ModuleExport,
  { path, entry }: SourceFile,
  context: SymbolContext,
): Outcome<readonly Fact[]> {
  try {
    const { value: facts, diagnostics } = describeExport(each, path, context);
    const own = entry.foreign ? facts.map(asForeign) : facts;
    return outcome(own, softened(diagnostics, entry.foreign));
  } catch (error) {
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const { location } = locateExport(each, path, context);
    const { name } = each;
    const failed = diagnose("sources/typescript-symbol-failed", { name, reason }, { location });
    return outcome([], softened([failed], entry.foreign));
  }
}

function describeExport(
  each: ModuleExport,
  file: string,
  context: SymbolContext,
): Outcome<readonly Fact[]> {
  const item = describeSymbol(each, file, context);
  const { id: from, location } = item;
  const references: Reference[] = [
    { from, role: "part-of", to: itemId("module", each.module), location },
  ];
  if (each.from) {
    const { module, name } = each.from;
    const to = name === undefined ? itemId("module", module) : symbolId({ module, name });
    references.push({ from, role: "refers-to", to, location });
  }
  const texts = [item, ...item.attributes.members].flatMap(({ description }) => description ?? []);
  const mentions = texts.flatMap((prose) => mentionsIn(prose, from, context));
  return outcome(
    [itemFact(item), ...[...references, ...mentions].map(referenceFact)],
    texts.flatMap(checkProse),
  );
}

const asForeign = (fact: Fact): Fact =>
  fact.fact === "reference" ? referenceFact({ ...fact.reference, foreign: true }) : fact;

/** What a comment links to, whichever file it stands in. */
export function mentionsIn(
  prose: Prose,
  from: ItemId,
  { root, sourceOf }: SymbolContext,
): readonly Reference[] {
  const source = sourceOf(`${root}/${prose.location.file}`);
  return source ? readMentions(prose, from, source) : [];
}
