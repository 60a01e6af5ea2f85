import type { GivenSample } from "#model/api/items.ts";
import type { Extension, ExternalDocs } from "#model/extension.ts";
import type { ItemId } from "#model/item.ts";
import { defined } from "../defined.ts";
import { child, elementsOf, fieldsOf, isObject, type Node, textOf } from "../node.ts";
import { follow } from "../references/survey.ts";
import { describe, type DocumentContext } from "./context.ts";

/** Shown as what they mean, and so not once more as they are written. */
const understood: readonly string[] = ["x-trace", "x-nullable", "x-webhooks", "x-displayName"];

/** Two names for calls that are written out, which many tools show. */
const sampleFields = ["x-codeSamples", "x-code-samples"];

/** Whole documents have been found in one: what is longer is told by its beginning. */
const longest = 1000;

/** The fields that an author added, in their order; nothing when there are none. */
export function readExtensions(node: Node | undefined): readonly Extension[] | undefined {
  if (node === undefined || !isObject(node.value)) return undefined;
  // Asked of every object of a document, and nearly none has any.
  let found: Extension[] | undefined;
  for (const name of Object.keys(node.value)) {
    if (!name.startsWith("x-") || understood.includes(name)) continue;
    const value = node.value[name];
    (found ??= []).push({ name, text: textOfValue(value) });
  }
  return found;
}

function textOfValue(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length <= longest) return text;
  const whole = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return `${whole.slice(0, longest).toWellFormed()} …`;
}

/** The calls that a document gives itself; those that cannot be read stay extensions. */
export function readSamples(
  operation: Node,
  { files }: DocumentContext,
): readonly GivenSample[] | undefined {
  const written = sampleFields.flatMap((field) => elementsOf(child(operation, field)));
  const read = written.map((each) => sampleOf(follow(each, files)));
  const samples = read.filter((sample) => sample !== undefined);
  return samples.length > 0 && samples.length === read.length ? samples : undefined;
}

function sampleOf(node: Node | undefined): GivenSample | undefined {
  const code = textOf(node, "source");
  const name = textOf(node, "label") ?? textOf(node, "lang");
  if (code === undefined || name === undefined) return undefined;
  return { name, language: (textOf(node, "lang") ?? "").toLowerCase(), code: code.trimEnd() };
}

/** The extensions that are not shown as samples. */
export const extensionsBeside = (
  operation: Node,
  samples: readonly GivenSample[] | undefined,
): readonly Extension[] =>
  (readExtensions(operation) ?? []).filter(
    ({ name }) => samples === undefined || !sampleFields.includes(name),
  );

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
