import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { child, isObject, locationOf, type Node, textOf } from "../node.ts";
import type { ProjectFiles } from "./project-files.ts";
import { resourceOf } from "./resources.ts";
import { endOfChain, type FoundReference, type Survey } from "./survey.ts";

/** Every reference that does not lead where it should, at its own line. */
export function reportReferences(
  { references }: Survey,
  files: ProjectFiles,
): readonly Diagnostic[] {
  return references.flatMap((reference) =>
    reference.isMistaken ? [reportMistake(reference)] : judge(reference, files),
  );
}

function reportMistake({ node, ref, type }: FoundReference): Diagnostic {
  const location = locationOf(child(node, "$ref") ?? node);
  return diagnose("sources/openapi-mistaken-reference", { ref, type }, { location, target: ref });
}

const judge = (found: FoundReference, files: ProjectFiles): readonly Diagnostic[] =>
  found.target.status === "found" && !isEndless(found.node, files)
    ? []
    : reportReference(found, files);

function reportReference(found: FoundReference, files: ProjectFiles): readonly Diagnostic[] {
  const { node, ref, target } = found;
  const location = locationOf(child(node, "$ref") ?? node);
  const extras = { location, target: ref };
  switch (target.status) {
    case "found":
      return [diagnose("sources/openapi-circular-reference", { ref }, extras)];
    case "found from root": {
      const id = textOf(resourceOf(node), "$id") ?? "";
      return [diagnose("sources/openapi-reference-base", { ref, id }, extras)];
    }
    case "missing": {
      const { suggestions } = target;
      return [diagnose("sources/openapi-broken-reference", { ref }, { ...extras, suggestions })];
    }
    case "unreadable":
      return [
        diagnose("sources/openapi-unreadable-reference", { ref, file: target.file }, extras),
        ...files.open(target.file).diagnostics,
      ];
    case "remote":
      return [diagnose("sources/openapi-remote-reference", { ref }, extras)];
    case "outside":
      return [diagnose("sources/openapi-reference-outside", { ref }, extras)];
  }
}

/** Beside other keywords a reference to itself is odd, but does define something. */
const isEndless = (node: Node, files: ProjectFiles): boolean =>
  isObject(node.value) &&
  Object.keys(node.value).length === 1 &&
  endOfChain(node, files) === "circular";
