export { dataFiles, type FileKind } from "./files/file-kind.ts";
export { listFiles, type SourceFile } from "./files/list-files.ts";
export { describeEntry } from "./files/describe-entry.ts";
export { isInside, statOf } from "./files/inside.ts";
export { readText, textReader } from "./files/read-text.ts";
export { softened } from "./files/softened.ts";
