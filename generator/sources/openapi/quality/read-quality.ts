import type { ApiQuality } from "#model/api/quality.ts";
import type { DocumentNames } from "../names.ts";
import type { ProjectFiles } from "../references/project-files.ts";
import { unusedComponents } from "./components.ts";
import type { Rule } from "./context.ts";
import { readDescriptions } from "./descriptions.ts";
import { declaredTags, definedSecurity, operationIds, responses } from "./operations.ts";
import { ambiguousPaths, duplicateParameters, pathParameters } from "./paths.ts";
import { fittingValues } from "./values.ts";

/** Every rule about a document, but those about its texts; a new one is a function and a line. */
const rules: readonly Rule[] = [
  pathParameters,
  ambiguousPaths,
  duplicateParameters,
  definedSecurity,
  fittingValues,
  declaredTags,
  unusedComponents,
  responses,
  operationIds,
];

/** What could be better in a document, each with its place, and how much of it is described. */
export function readQuality(names: DocumentNames, files: ProjectFiles): ApiQuality {
  const looked = { names, files, root: names.draft.root };
  const { coverage, remarks } = readDescriptions(looked);
  return {
    foreign: names.draft.file.entry.foreign,
    coverage,
    remarks: [...rules.flatMap((rule) => rule(looked)), ...remarks],
  };
}
