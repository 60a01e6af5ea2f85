import type { Diagnostic } from "#diagnostics/index.ts";
import { checkProse, joinLinks, readProse } from "#markdown/index.ts";
import type { Parameter } from "#model/api/items.ts";
import { type Fact, itemFact, type Reference, referenceFact } from "#model/fact.ts";
import type { Item, ItemId } from "#model/item.ts";
import type { LinkRole } from "#model/links/link-role.ts";
import type { Location } from "#model/location.ts";
import type { Prose } from "#model/pages/prose.ts";
import { softened } from "../../files.ts";
import { defined } from "../defined.ts";
import { posix } from "node:path";
import type { Draft } from "../draft.ts";
import type { DocumentNames } from "../names.ts";
import { child, elementsOf, locationOf, type Node, pathOf, proseOf, textOf } from "../node.ts";
import { findTarget } from "../references/find-target.ts";
import type { ProjectFiles } from "../references/project-files.ts";

/** One document while its facts are gathered. */
export interface DocumentContext {
  readonly draft: Draft;
  readonly names: DocumentNames;
  readonly files: ProjectFiles;
  readonly facts: Fact[];
  readonly diagnostics: Diagnostic[];
  readonly operations: {
    readonly byOperationId: ReadonlyMap<string, ItemId>;
    /** By the address of the object. */
    readonly byAddress: ReadonlyMap<string, ItemId>;
  };
  /** What was said already of schemas, which operations name again and again. */
  readonly said: Set<string>;
  /** How often anything was named or remarked so far: what leaves it as it was is the same anywhere. */
  readonly tally: { said: number };
  /** Parameters and headers that name nothing, by their object. */
  readonly parameters: Map<unknown, Parameter>;
}

export const addItem = (context: DocumentContext, item: Item): void => {
  context.facts.push(itemFact(item));
};

/** Says that an item names another; the place is where a person wrote so. */
export function refer(
  context: DocumentContext,
  link: Pick<Reference, "from" | "role" | "to" | "written">,
  location: Location,
): void {
  const foreign = context.draft.file.entry.foreign;
  context.tally.said++;
  context.facts.push(referenceFact({ ...link, location, ...(foreign && { foreign }) }));
}

/** The same, once for each pair of items. */
export function referOnce(
  context: DocumentContext,
  link: { readonly from: ItemId; readonly role: LinkRole; readonly to: string },
  location: () => Location,
): void {
  context.tally.said++;
  const key = `${link.role} ${link.from} ${link.to}`;
  if (context.said.has(key)) return;
  context.said.add(key);
  refer(context, link, location());
}

/** A text under `key` that belongs to an item; what it links to is reported with it. */
export function describe(
  context: DocumentContext,
  from: ItemId,
  [node, key]: readonly [Node | undefined, string],
): Prose | undefined {
  const written = proseOf(node, key) ?? proseElsewhere(child(node, key), context.files);
  if (written === undefined || node === undefined) return written;
  const { links } = context.draft.file.entry;
  const prose = links === undefined ? written : joinLinks(written, links);
  // In a quoted text every line stands on the same line of the file.
  const placeOf = (location: Location): Location =>
    node.data.locateText([...pathOf(node), key]).followsLines ? location : prose.location;
  for (const { location, ...link } of readProse(prose, from)) {
    refer(context, link, placeOf(location));
  }
  const foreign = context.draft.file.entry.foreign;
  for (const { file = prose.location.file, line, column, ...said } of checkProse(prose)) {
    const place = placeOf({ file, ...defined({ line, column }) });
    context.tally.said++;
    context.diagnostics.push(...softened([{ ...said, ...place }], foreign));
  }
  return prose;
}

/** `x-trace: [OPT1, REQ-3]`: what an author says that an operation or schema has to do with. */
export function readTraces(context: DocumentContext, from: ItemId, node: Node): void {
  const trace = child(node, "x-trace");
  const named = typeof trace?.value === "string" ? [trace] : elementsOf(trace);
  for (const each of named) {
    if (typeof each.value !== "string") continue;
    refer(context, { from, role: "refers-to", to: each.value }, locationOf(each));
  }
}

/** `description: { $ref: about.md }`: no version has it, and more than one tool does. */
function proseElsewhere(node: Node | undefined, files: ProjectFiles): Prose | undefined {
  const ref = textOf(node, "$ref");
  if (node === undefined || ref === undefined) return undefined;
  if (!/^[^:#?]+\.(md|markdown|txt)$/i.test(ref)) {
    const target = findTarget(node, ref, files);
    const text = target.status === "found" ? target.node : undefined;
    return text?.parent && proseOf(text.parent, String(text.key));
  }
  const file = posix.join(posix.dirname(node.data.file), ref);
  const text = file.startsWith("../") ? undefined : files.readText(file);
  if (text === undefined || text.trim() === "") return undefined;
  return { text, location: { file, line: 1 } };
}
