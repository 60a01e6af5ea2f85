import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { isInside } from "../files.ts";
import { type CompilerSettings, resolver } from "./packages/resolve-modules.ts";
import type { CodeListing } from "./packages/list-code.ts";

/** A program and the settings files that shaped it. */
export interface LoadedProgram {
  readonly program: ts.Program;
  /** Absolute. */
  readonly settings: readonly string[];
}

/** Good for the code that Node runs as it is, when a folder has no `tsconfig.json`. */
const defaults: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.NodeNext,
  strict: true,
  allowImportingTsExtensions: true,
};

/**
 * Loads files as TypeScript sees them, all packages in one program: what one passes on from another
 * is the same declaration, and it is in memory once. Nothing outside the project is read, except
 * TypeScript's own library.
 */
export function loadProgram(root: string, listing: CodeListing): LoadedProgram {
  const { files } = listing;
  const settings = new Map<string, CompilerSettings>();
  const settingsOf = (folder: string): CompilerSettings => {
    const known = settings.get(folder) ?? readOptions(root, folder);
    settings.set(folder, known);
    return known;
  };
  const { options } = settingsOf(dirname(join(root, files[0]?.path ?? ".")));
  const compilerOptions = {
    jsx: ts.JsxEmit.Preserve,
    ...options,
    noEmit: true,
    skipLibCheck: true,
  };
  const host = Object.assign(ts.createCompilerHost(compilerOptions, true), confine(disk, root));
  host.resolveModuleNameLiterals = resolver({ root, listing, host, settingsOf, compilerOptions });
  const rootNames = files.map(({ path }) => join(root, path));
  const program = ts.createProgram({ rootNames, options: compilerOptions, host });
  return { program, settings: [...new Set([...settings.values()].flatMap(({ files }) => files))] };
}

/** The reading half of TypeScript's view of the disk. */
interface Reader {
  readonly fileExists: (path: string) => boolean;
  readonly readFile: (path: string) => string | undefined;
}

const disk: Reader = {
  fileExists: (path) => ts.sys.fileExists(path),
  readFile: (path) => ts.sys.readFile(path),
};

function confine(reader: Reader, root: string): Reader {
  const library = dirname(ts.getDefaultLibFilePath({}));
  const seen = new Map<string, boolean>();
  const mayRead = (path: string): boolean => {
    const known = seen.get(path);
    if (known !== undefined) return known;
    const allowed = isInside(library, path) || isInside(root, path);
    seen.set(path, allowed);
    return allowed;
  };
  return {
    fileExists: (path) => reader.fileExists(path) && mayRead(path),
    readFile: (path) => (mayRead(path) ? reader.readFile(path) : undefined),
  };
}

function readOptions(root: string, folder: string): CompilerSettings {
  const read: string[] = [];
  const reader = confine(disk, root);
  const host = {
    ...reader,
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    // The files to document come from rastro's settings, not from `include`.
    readDirectory: () => [],
    readFile: (path: string) => {
      read.push(resolve(path));
      return reader.readFile(path);
    },
  };
  const file = ts.findConfigFile(folder, reader.fileExists);
  if (file === undefined) return { options: defaults, files: [] };
  const { config } = ts.readConfigFile(file, host.readFile) as { config?: unknown };
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, host, dirname(file));
  return { options: { ...defaults, ...parsed.options }, files: [...new Set(read)] };
}
