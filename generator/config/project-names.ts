import type { LocatedData } from "#data/index.ts";
import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { languages, targets } from "#model/pages/page.ts";

/** Folders of the output beside those of the projects. */
const always = [...languages.map((language) => language.toLowerCase()), "assets", "theme"];

/** Projects whose folders are there already: of a language, of files, of the unnamed project. */
export function checkProjectNames({ value, locateKey }: LocatedData): readonly Diagnostic[] {
  const { projects = {}, sources } = (value ?? {}) as {
    readonly projects?: object;
    readonly sources?: object;
  };
  const taken = new Set<string>(sources === undefined ? always : [...always, ...targets]);
  return Object.keys(projects)
    .filter((name) => taken.has(name.toLowerCase()))
    .map((name) =>
      diagnose(
        "config/reserved-project-name",
        { name },
        { location: locateKey(["projects", name]) },
      ),
    );
}
