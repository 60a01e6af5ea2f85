import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { isInside } from "../../files.ts";
import type { SourceText } from "../parser/source-text.ts";
import { splitStatements } from "../parser/split-statements.ts";

/** A command of psql that runs another file. */
export interface Include {
  readonly command: string;
  /** Where it stands. */
  readonly start: number;
  /** The file of the project that it names; undefined when there is none. */
  readonly target?: string;
}

/** `\i file`, `\ir 'file'` */
const include = /^\\(?<word>i|ir|include|include_relative)\s+(?:'(?<quoted>[^']*)'|(?<bare>\S+))/;

export const isInclude = (command: string): boolean =>
  /^\\(?:ir?|include(?:_relative)?)\s/.test(command);

/** The files that a script of psql includes, in their order. */
export function findIncludes(root: string, { file, text }: SourceText): readonly Include[] {
  if (!/^[^\S\n]*\\i(?:r|nclude|nclude_relative)?\s/m.test(text)) return [];
  return splitStatements(text).metas.flatMap(({ start, end }) => {
    const command = text.slice(start, end).trim();
    if (!isInclude(command)) return [];
    const target = resolveInclude(root, file, command);
    return [{ command, start, ...(target !== undefined && { target }) }];
  });
}

/** `\i` is relative to where psql was started, which nobody knows: beside the script or the project. */
function resolveInclude(root: string, file: string, command: string): string | undefined {
  const { word, quoted, bare } = include.exec(command)?.groups ?? {};
  const written = quoted ?? bare ?? "";
  const beside = posix.join(posix.dirname(file), written);
  const places = word === "i" || word === "include" ? [beside, posix.normalize(written)] : [beside];
  return places.find((path) => isFileOf(root, path));
}

function isFileOf(root: string, path: string): boolean {
  const absolute = join(root, path);
  return isInside(root, absolute) && existsSync(absolute) && statSync(absolute).isFile();
}
