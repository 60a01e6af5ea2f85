import ts from "typescript";
import {
  DeclarationReflection,
  type ProjectReflection,
  ReferenceReflection,
  ReflectionKind,
} from "typedoc";
import type { Model } from "./convert.ts";
import { type ReExport, type ReExports, readReExports } from "./read-re-exports.ts";
import type { CodeFile } from "./packages/list-code.ts";

/** A name that a module exports. */
export interface ModuleExport {
  readonly module: string;
  /** A default export goes by the name of its declaration, or else of its file. */
  readonly name: string;
  readonly isDefault: boolean;
  /** What it means: several declarations may share a name, an interface and a constant. */
  readonly declarations: readonly DeclarationReflection[];
  /** The export that has the declaration, or the module that `* as name` stands for. */
  readonly from?: { readonly module: string; readonly name?: string };
  /** The statement that passes it on. */
  readonly reExport?: ReExport;
  /** The package that has the declaration. */
  readonly package?: string;
}

/** A module and its reflection. */
export type Modules = ReadonlyMap<string, DeclarationReflection | ProjectReflection>;

/** Where exports are looked for. */
export interface Documented {
  readonly root: string;
  readonly model: Model;
  readonly modules: Modules;
  readonly sourceOf: (module: string) => ts.SourceFile | undefined;
  /** How near a module is to a file: 2 for the file itself, 1 for an entry point of its package. */
  readonly nearness: (module: string, file: string) => number;
}

export function listModules({ project }: Model, files: readonly CodeFile[]): Modules {
  const modules = project.getChildrenByKind(ReflectionKind.Module);
  // TypeDoc takes the exports of a single entry point for those of the whole project.
  const [only] = files;
  if (modules.length === 0 && only !== undefined) return new Map([[only.module, project]]);
  return new Map(modules.map((module) => [module.name, module]));
}

/** Every export of every module once, with the module where it is declared as its owner. */
export function listExports(documented: Documented): readonly ModuleExport[] {
  const { modules } = documented;
  const found = [...modules.keys()].flatMap((module) => listModule(module, documented));
  const owners = findOwners(found, documented);
  const moduleNames = new Map([...modules].map(([name, reflection]) => [reflection, name]));
  return found.map((each) => {
    const [declaration] = each.declarations;
    if (declaration === undefined || each.package !== undefined) return each;
    const whole = moduleNames.get(declaration);
    if (whole !== undefined) return { ...each, from: { module: whole } };
    const owner = owners.get(declaration);
    if (owner === undefined || owner === each) return each;
    return { ...each, from: { module: owner.module, name: owner.name } };
  });
}

function listModule(module: string, documented: Documented): readonly ModuleExport[] {
  const source = documented.sourceOf(module);
  const reExports: ReExports = source ? readReExports(source) : new Map();
  const children = documented.modules.get(module)?.children ?? [];
  const byName = Map.groupBy(children, ({ name }) => name);
  const own = [...byName].map(([written, members]) => {
    const declarations = members.flatMap((child) => resolveReference(child) ?? []);
    const reExport = reExports.get(written);
    const name =
      written === "default" ? nameOfDefault(module, declarations, documented.model) : written;
    const passedOn = reExport && packageOf(declarations, reExport, documented.model);
    return {
      module,
      name: written === "default" && byName.has(name) ? written : name,
      isDefault: written === "default",
      declarations,
      ...(reExport && { reExport }),
      ...(passedOn !== undefined && { package: passedOn }),
    };
  });
  const installed = [...reExports].filter(([name]) => !byName.has(name));
  return [...own, ...installed.flatMap(([name, reExport]) => fromPackage(module, name, reExport))];
}

/** TypeDoc leaves out what it finds in an installed package. */
function fromPackage(module: string, name: string, reExport: ReExport): readonly ModuleExport[] {
  const isOwn = /^(?:[./#]|$)/.test(reExport.specifier);
  const shared = { module, name, isDefault: name === "default", declarations: [], reExport };
  return isOwn ? [] : [{ ...shared, package: reExport.specifier }];
}

function resolveReference(child: DeclarationReflection): DeclarationReflection | undefined {
  if (!(child instanceof ReferenceReflection)) return child;
  const target = child.tryGetTargetReflectionDeep();
  return target instanceof DeclarationReflection ? target : undefined;
}

function nameOfDefault(
  module: string,
  declarations: readonly DeclarationReflection[],
  { declarationsOf }: Model,
): string {
  const nodes = declarations.flatMap((each) => declarationsOf(each));
  const names = nodes.flatMap((node) => {
    const name = ts.isExportAssignment(node) ? node.expression : ts.getNameOfDeclaration(node);
    return name && ts.isIdentifier(name) ? name.text : [];
  });
  const file = module.slice(module.lastIndexOf("/") + 1);
  return names[0] ?? file.replace(/\.\w+$/, "");
}

/** Where a re-exported declaration comes from, when it cannot be found. */
function packageOf(
  declarations: readonly DeclarationReflection[],
  { specifier }: ReExport,
  { declarationsOf }: Model,
): string | undefined {
  // Of what is not there TypeScript knows no declaration, and TypeDoc takes it all for one thing.
  return declarations.every((each) => declarationsOf(each).length === 0) ? specifier : undefined;
}

/**
 * TypeDoc gives a declaration to the module that it converts first; people look for it in the file
 * where it stands, under its own name; else at an entry point of the package that has the file.
 */
function findOwners(
  exports: readonly ModuleExport[],
  { model, nearness }: Documented,
): ReadonlyMap<DeclarationReflection, ModuleExport> {
  const owners = new Map<DeclarationReflection, { rank: number; owner: ModuleExport }>();
  for (const owner of exports) {
    for (const declaration of owner.declarations) {
      const file = model.declarationsOf(declaration)[0]?.getSourceFile().fileName ?? "";
      const isOwnName = owner.name === declaration.name;
      const rank = 2 * nearness(owner.module, file) + (isOwnName ? 1 : 0);
      const known = owners.get(declaration);
      if (known === undefined || rank > known.rank) owners.set(declaration, { rank, owner });
    }
  }
  return new Map([...owners].map(([declaration, { owner }]) => [declaration, owner]));
}
