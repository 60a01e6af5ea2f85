import type { CodeSymbol, SymbolMember } from "#model/code/items.ts";
import type { ModuleGroup, SymbolItem } from "./modules.ts";

/**
 * What a module exports as TypeScript declarations, sorted by name: short enough to read in a
 * review, and steady, so that a change of it is a change of the API.
 */
export function reportApi({ declared, passedOn }: ModuleGroup): string {
  const symbols = [...declared, ...passedOn].toSorted((a, b) => (a.title < b.title ? -1 : 1));
  return symbols.map(declare).join("\n\n");
}

function declare({ attributes }: SymbolItem): string {
  const { signature, deprecated, isDefault, kind } = attributes;
  const body = bodyOf(attributes);
  const text = kind === "reference" ? `${signature};` : `${signature}${body}`;
  return [
    ...(deprecated ? ["// @deprecated"] : []),
    ...(isDefault === true && kind !== "reference" ? ["// export default"] : []),
    text,
  ].join("\n");
}

/** Kinds whose signature is only their head. */
const withMembers: ReadonlySet<CodeSymbol["kind"]> = new Set(["class", "interface", "namespace"]);

function bodyOf({ kind, members, signature }: CodeSymbol): string {
  if (!withMembers.has(kind)) return /[;}]$/.test(signature) ? "" : ";";
  const lines = members.filter(({ isParameter }) => isParameter !== true).flatMap(memberLines);
  return lines.length === 0 ? " {}" : ` {\n${lines.map((line) => `  ${line};\n`).join("")}}`;
}

function memberLines({ name, modifiers, isOptional, types }: SymbolMember): readonly string[] {
  const label = [...modifiers, `${name}${isOptional ? "?" : ""}`].join(" ");
  if (types.length === 0) return [label];
  return types.map((type) => (type.startsWith("new ") ? type : `${label}: ${type}`));
}
