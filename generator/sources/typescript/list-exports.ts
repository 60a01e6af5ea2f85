import {
  DeclarationReflection,
  type ProjectReflection,
  ReferenceReflection,
  ReflectionKind,
} from "typedoc";
import type { Model } from "./convert.ts";
import { stem } from "./stem.ts";

/** A name that a module exports. */
export interface ModuleExport {
  readonly module: string;
  readonly name: string;
  /** What it means: several declarations may share a name, an interface and a constant. */
  readonly declarations: readonly DeclarationReflection[];
  /** The export that has the declaration, when it is another module's. */
  readonly from?: { readonly module: string; readonly name: string };
}

/** A module and its reflection. */
export type Modules = ReadonlyMap<string, DeclarationReflection | ProjectReflection>;

export function listModules({ project }: Model, files: readonly string[]): Modules {
  const modules = project.getChildrenByKind(ReflectionKind.Module);
  // TypeDoc takes the exports of a single entry point for those of the whole project.
  const [only] = files;
  if (modules.length === 0 && only !== undefined) return new Map([[stem(only), project]]);
  return new Map(modules.map((module) => [module.name, module]));
}

/** Every export of every module once, with the module where it is declared as its owner. */
export function listExports(model: Model, modules: Modules, root: string): readonly ModuleExport[] {
  const found = [...modules].flatMap(([module, reflection]) => {
    const named = (reflection.children ?? []).map((child) => ({
      name: child.name,
      declaration: resolveReference(child),
    }));
    return [...Map.groupBy(named, ({ name }) => name)].map(([name, members]) => ({
      module,
      name,
      declarations: members.flatMap(({ declaration }) => declaration ?? []),
    }));
  });
  const owners = findOwners(model, found, root);
  return found.map((each) => {
    const owner = each.declarations[0] && owners.get(each.declarations[0]);
    const own = owner === undefined || owner.module === each.module;
    return own ? each : { ...each, from: { module: owner.module, name: owner.name } };
  });
}

function resolveReference(child: DeclarationReflection): DeclarationReflection | undefined {
  if (!(child instanceof ReferenceReflection)) return child;
  const target = child.tryGetTargetReflectionDeep();
  return target instanceof DeclarationReflection ? target : undefined;
}

/**
 * TypeDoc gives a declaration to the module that it converts first; people look for it in the file
 * where it stands.
 */
function findOwners(
  model: Model,
  exports: readonly ModuleExport[],
  root: string,
): ReadonlyMap<DeclarationReflection, ModuleExport> {
  const owners = new Map<DeclarationReflection, ModuleExport>();
  for (const each of exports) {
    for (const declaration of each.declarations) {
      const file = model.declarationsOf(declaration)[0]?.getSourceFile().fileName ?? "";
      const atHome =
        file.startsWith(`${root}/`) && stem(file.slice(root.length + 1)) === each.module;
      if (atHome || !owners.has(declaration)) owners.set(declaration, each);
    }
  }
  return owners;
}
