import type { Format } from "../../view.ts";
import type { ModuleGroup } from "./modules.ts";

/** How much there is, and how much of it is documented, as pages write it. */
export function totalsOf(groups: readonly ModuleGroup[], format: Format) {
  const declared = groups.flatMap((group) => group.declared);
  const documented = declared.filter(({ attributes }) => attributes.documented).length;
  return {
    modules: format.number(groups.length),
    symbols: format.number(declared.length),
    passedOn: format.number(groups.flatMap((group) => group.passedOn).length),
    documented: format.ratio(documented, declared.length),
  };
}
