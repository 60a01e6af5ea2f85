import { evaluate } from "#evaluate/index.ts";
import type { SourceEntry } from "#model/settings.ts";
import { replay } from "./migrations.ts";

/** What the rules about schemas say of migrations, real ones read by the real source. */
export async function lint(
  files: Readonly<Record<string, string>> | string,
  options: boolean | Partial<SourceEntry> = false,
): Promise<{
  /** `severity rule line args` of what nobody turned off. */
  readonly said: readonly string[];
  /** `rule: reason` of what somebody did. */
  readonly ignored: readonly string[];
  /** The rules that are not kept, each once. */
  readonly rules: readonly string[];
  readonly item: Awaited<ReturnType<typeof replay>>["item"];
}> {
  const { graph, item } = await replay(files, options);
  const { value, diagnostics } = evaluate(graph, {});
  const ruleOf = (code: string) => code.replace("evaluate/schema-", "");
  const open = diagnostics.filter(({ code }) => code.startsWith("evaluate/schema-"));
  return {
    said: open.map(
      ({ severity, code, line, args }) =>
        `${severity} ${ruleOf(code)} ${String(line)} ${JSON.stringify(args)}`,
    ),
    ignored: value.lint.flatMap(({ code, ignored }) =>
      ignored === undefined ? [] : [`${ruleOf(code)}: ${ignored}`],
    ),
    rules: [...new Set(open.map(({ code }) => ruleOf(code)))],
    item,
  };
}
