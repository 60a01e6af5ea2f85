import type SwaggerParser from "@apidevtools/swagger-parser";
import { join, relative, sep } from "node:path";
import { isObject } from "../node.ts";
import type { ProjectFiles } from "./project-files.ts";

/**
 * Reads every file that a document names in a `$ref`, and those that they name in turn. Nothing is
 * fetched and nothing outside the root is read; what cannot be read is left for whoever follows the
 * reference to report, for only there the line is known.
 */
export async function loadReferences(
  files: ProjectFiles,
  file: string,
  document: object,
): Promise<void> {
  if (!namesOtherFiles(document)) return;
  const { default: Parser } = await import("@apidevtools/swagger-parser");
  const parser = new Parser();
  try {
    await parser.resolve(join(files.root, file), asReadable(document), optionsFor(files));
  } catch {
    // Every reference is followed again by ourselves, with its place and with suggestions.
  }
}

/** A version that swagger-parser knows, and the field without which it refuses to look further. */
const asReadable = (document: object): never =>
  ({ paths: {}, ...document, openapi: "3.1.0", swagger: undefined }) as never;

function optionsFor(files: ProjectFiles): SwaggerParser.Options {
  const pathOf = (url: string): string => relative(files.root, decode(url)).split(sep).join("/");
  return {
    continueOnError: true,
    resolve: {
      http: false,
      file: {
        canRead: ({ url }: { url: string }) => files.exists(pathOf(url)),
        // Parsed by ourselves, so that the values are the ones whose places are known.
        read: ({ url }: { url: string }) => files.open(pathOf(url)).value?.value ?? {},
      },
    },
    parse: { json: false, yaml: false, text: false, binary: false, project: asItIs },
  };
}

const asItIs = {
  order: 1,
  canParse: true,
  parse: ({ data }: { data: unknown }): unknown => data,
};

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** Without a stack of calls, for documents may be nested deeply; what aliases share, once. */
function namesOtherFiles(document: object): boolean {
  const seen = new Set<object>();
  const left: object[] = [document];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    if (isObject(value) && typeof value.$ref === "string" && !/^(#|https?:)/.test(value.$ref))
      return true;
    for (const each of Object.values(value) as unknown[]) {
      if (typeof each === "object" && each !== null) left.push(each);
    }
  }
  return false;
}
