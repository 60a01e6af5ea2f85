import type { Extension, ExternalDocs } from "#model/extension.ts";
import type { ItemId } from "#model/item.ts";
import { defined } from "../defined.ts";
import { child, fieldsOf, isObject, type Node, textOf } from "../node.ts";
import { describe, type DocumentContext } from "./context.ts";

/** Shown as what they mean, and so not once more as they are written. */
const understood: readonly string[] = ["x-trace", "x-nullable"];

/** The fields that an author added, in their order; nothing when there are none. */
export function readExtensions(node: Node | undefined): readonly Extension[] | undefined {
  if (node === undefined || !isObject(node.value)) return undefined;
  // Asked of every object of a document, and nearly none has any.
  let found: Extension[] | undefined;
  for (const name of Object.keys(node.value)) {
    if (!name.startsWith("x-") || understood.includes(name)) continue;
    const value = node.value[name];
    const text = typeof value === "string" ? value : JSON.stringify(value);
    (found ??= []).push({ name, text });
  }
  return found;
}

/** Those of a document stand at its top and in `info`. */
export const documentExtensions = (root: Node): readonly Extension[] => [
  ...(readExtensions(child(root, "info")) ?? []),
  ...(readExtensions(root) ?? []),
];

/** Where more is told than the document holds. */
export function readExternalDocs(
  context: DocumentContext,
  from: ItemId,
  owner: Node | undefined,
): ExternalDocs | undefined {
  const docs = child(owner, "externalDocs");
  const url = textOf(docs, "url");
  if (url === undefined) return undefined;
  return { url, ...defined({ description: describe(context, from, [docs, "description"]) }) };
}

/** The texts under keys, for a map of names. */
export const textsByName = (
  node: Node | undefined,
): readonly { readonly name: string; readonly value: string }[] =>
  fieldsOf(node)
    .filter(([name]) => !name.startsWith("x-"))
    .map(([name, { value }]) => ({
      name,
      value: typeof value === "string" ? value : JSON.stringify(value),
    }));
