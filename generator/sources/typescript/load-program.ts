import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { isInside } from "../files.ts";

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

/** Loads `files` as TypeScript sees them. Nothing outside the project is read, except TypeScript's own library. */
export function loadProgram(root: string, files: readonly string[]): LoadedProgram {
  const { options, settings } = readOptions(root, dirname(join(root, files[0] ?? ".")));
  const compilerOptions = { ...options, noEmit: true, skipLibCheck: true };
  const host = Object.assign(ts.createCompilerHost(compilerOptions, true), confine(disk, root));
  const rootNames = files.map((file) => join(root, file));
  return { program: ts.createProgram({ rootNames, options: compilerOptions, host }), settings };
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

function readOptions(
  root: string,
  folder: string,
): { options: ts.CompilerOptions; settings: readonly string[] } {
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
  if (file === undefined) return { options: defaults, settings: [] };
  const { config } = ts.readConfigFile(file, host.readFile) as { config?: unknown };
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, host, dirname(file));
  return { options: { ...defaults, ...parsed.options }, settings: [...new Set(read)] };
}
