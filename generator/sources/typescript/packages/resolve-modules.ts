import { join } from "node:path";
import ts from "typescript";
import type { CodeListing } from "./list-code.ts";

/** What a `tsconfig.json` says, and the files that say it. */
export interface CompilerSettings {
  readonly options: ts.CompilerOptions;
  /** Absolute. */
  readonly files: readonly string[];
}

/** Where modules are looked for. */
export interface ResolverInput {
  readonly root: string;
  readonly listing: CodeListing;
  readonly host: ts.ModuleResolutionHost;
  readonly settingsOf: (folder: string) => CompilerSettings;
  /** Of files that belong to no package. */
  readonly compilerOptions: ts.CompilerOptions;
}

type Resolve = NonNullable<ts.CompilerHost["resolveModuleNameLiterals"]>;

/**
 * Finds modules as each package's own settings say. A package of the same repository is its source,
 * whether it is installed, built, or neither; a relative path may lead where a bundler would follow.
 */
export function resolver(input: ResolverInput): Resolve {
  const { root, listing, host, settingsOf, compilerOptions } = input;
  const sources = new Map(
    listing.files.map(({ module, path }) => [module, { resolvedFileName: join(root, path) }]),
  );
  const folders = listing.packages
    .map(({ folder }) => (folder === "" ? root : join(root, folder)))
    .sort((a, b) => b.length - a.length);
  const optionsOf = (file: string): ts.CompilerOptions => {
    const folder = folders.find((each) => file.startsWith(`${each}/`));
    return folder === undefined ? compilerOptions : settingsOf(folder).options;
  };
  const caches = new Map<ts.CompilerOptions, ts.ModuleResolutionCache>();
  const cacheOf = (options: ts.CompilerOptions): ts.ModuleResolutionCache => {
    const known =
      caches.get(options) ?? ts.createModuleResolutionCache(root, (name) => name, options);
    caches.set(options, known);
    return known;
  };
  const resolve = (literal: ts.StringLiteralLike, source: ts.SourceFile, file: string) => {
    const { text } = literal;
    const known = sources.get(text);
    if (known) return { resolvedModule: { ...known, extension: extensionOf(known) } };
    const options = optionsOf(file);
    const mode = ts.getModeForUsageLocation(source, literal, options);
    const cache = cacheOf(options);
    const found = ts.resolveModuleName(text, file, options, host, cache, undefined, mode);
    if (found.resolvedModule || !text.startsWith(".")) return found;
    return ts.resolveModuleName(text, file, { ...options, ...asBundlersDo }, host);
  };
  // TypeScript's own list of parameters; projects do not refer to one another here.
  return (...[literals, file, , , source]) =>
    literals.map((literal) => resolve(literal, source, file));
}

const asBundlersDo = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const extensionOf = ({ resolvedFileName }: { resolvedFileName: string }): string =>
  /(?:\.d)?\.[cm]?tsx?$/.exec(resolvedFileName)?.[0] ?? ts.Extension.Ts;
