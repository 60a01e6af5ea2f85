import type ts from "typescript";
import {
  Application,
  type CommentDisplayPart,
  type Context,
  Converter,
  LogLevel,
  type ProjectReflection,
  type Reflection,
  type TypeDocOptions,
} from "typedoc";
import type { CodeFile } from "./packages/list-code.ts";

/** TypeDoc's model of a program, and the declarations behind it. */
export interface Model {
  readonly project: ProjectReflection;
  readonly declarationsOf: (reflection: Reflection) => readonly ts.Declaration[];
}

const settings: Partial<TypeDocOptions> = {
  disableGit: true,
  excludeExternals: true,
  excludePrivate: true,
  logLevel: LogLevel.None,
  name: "model",
  preservedTypeAnnotationTags: ["@throws"],
  readme: "none",
  sort: ["source-order"],
  sourceLinkTemplate: "{path}#{line}",
};

/**
 * Builds TypeDoc's model. It reads no settings and loads no plugins of its own, starts no git, and
 * leaves `{@include …}` alone: a comment must not bring in a file from anywhere.
 */
export async function convert(
  root: string,
  program: ts.Program,
  files: readonly CodeFile[],
): Promise<Model> {
  const app = await Application.bootstrap({ ...settings, basePath: root }, []);
  const symbols = new Map<Reflection, ts.Symbol>();
  const { converter } = app;
  converter.on(Converter.EVENT_CREATE_DECLARATION, cleanComment, beforeAll);
  converter.on(Converter.EVENT_CREATE_PARAMETER, cleanComment, beforeAll);
  converter.on(Converter.EVENT_CREATE_SIGNATURE, cleanComment, beforeAll);
  converter.on(Converter.EVENT_CREATE_TYPE_PARAMETER, cleanComment, beforeAll);
  converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => {
    for (const reflection of Object.values(context.project.reflections)) {
      const symbol = context.getSymbolFromReflection(reflection);
      if (symbol) symbols.set(reflection, symbol);
    }
  });
  const entryPoints = files.flatMap(({ path, module }) => {
    const sourceFile = program.getSourceFile(`${root}/${path}`);
    return sourceFile ? [{ displayName: module, program, sourceFile }] : [];
  });
  return {
    project: converter.convert(entryPoints),
    declarationsOf: (reflection) => symbols.get(reflection)?.declarations ?? [],
  };
}

/** Higher runs earlier. */
const beforeAll = 1_000_000;

function cleanComment(_context: Context, { comment }: Reflection): void {
  if (comment === undefined) return;
  comment.summary = comment.summary.map(withoutInclude);
  // A tag for tracing says nothing to readers, and alone it documents nothing.
  comment.blockTags = comment.blockTags.filter(({ tag }) => tag !== "@trace");
  for (const block of comment.blockTags) block.content = block.content.map(withoutInclude);
}

const withoutInclude = (part: CommentDisplayPart): CommentDisplayPart =>
  part.kind === "inline-tag" && part.tag.startsWith("@include")
    ? { kind: "code", text: `\`{${part.tag} ${part.text}}\`` }
    : part;
