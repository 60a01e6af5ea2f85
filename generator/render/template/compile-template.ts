import Handlebars from "handlebars";
import { type Diagnostic, type Outcome, diagnose, outcome } from "#diagnostics/index.ts";
import type { Words } from "../view.ts";
import { type Compilation, compileProgram } from "./compile-program.ts";
import type { Run } from "./expression.ts";
import type { Node } from "./node.ts";
import { describePlace, startOf } from "./place.ts";
import { rendererOf } from "./render-nodes.ts";
import { tidy } from "./tidy.ts";

export interface TemplateSource {
  readonly name: string;
  readonly text: string;
  readonly file: string;
}

/** Prints a view's data as a page of Markdown. */
export type Template = (data: object, words: Words) => Outcome<string>;

function parse({ text, file }: TemplateSource): Outcome<hbs.AST.Program | undefined> {
  try {
    return outcome(Handlebars.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(
      /on line (\d+)/.exec(message)?.[1] ?? /- (\d+):\d+/.exec(message)?.[1] ?? 1,
    );
    const reason = message.split("\n").at(-1) ?? message;
    return outcome(undefined, [
      diagnose("render/template-syntax", { reason }, { location: { file, line } }),
    ]);
  }
}

function templateOf(nodes: readonly Node[], file: string): Template {
  const render = rendererOf(nodes);
  return (data, words) => {
    const problems = new Map<string, Diagnostic>();
    const report: Run["report"] = ({ source, line, column }, found) => {
      const location = { file, line, column };
      const problem = diagnose(
        "render/template-value",
        { expression: source, found },
        { location },
      );
      problems.set([line, column, found].join(":"), problem);
    };
    const text = render({ data, root: data }, { words, report });
    return outcome(tidy(text), [...problems.values()]);
  };
}

/**
 * Compiles a template: where each value stands, and so how it is escaped, is settled here once.
 * Nothing when the template cannot be used.
 */
export function compileTemplate(source: TemplateSource): Outcome<Template | undefined> {
  const { value: program, diagnostics } = parse(source);
  if (!program) return outcome(undefined, diagnostics);
  const compilation: Compilation = { ...source, diagnostics: [] };
  const { nodes, place } = compileProgram(program, startOf(source.text), compilation);
  if (place.mode !== "text" && compilation.diagnostics.length === 0) {
    const last = source.text.split("\n").length;
    compilation.diagnostics.push(
      diagnose(
        "render/template-context",
        { block: source.name, found: describePlace(place), expected: "text" },
        { location: { file: source.file, line: last } },
      ),
    );
  }
  const failed = compilation.diagnostics.length > 0;
  return outcome(failed ? undefined : templateOf(nodes, source.file), compilation.diagnostics);
}
