import { rule } from "../rule.ts";
import { lastWritten } from "../schema.ts";

const perSession = /\b(auth\.(?:uid|jwt|role|email)|current_setting)\s*\(/gi;

/** A value that no row changes should be computed once: `(select auth.uid())`. */
export const policyCallsPerRow = rule(
  "evaluate/schema-policy-calls-per-row",
  ({ graph, policies }) =>
    policies.flatMap((item) => {
      const { table, using = "", check = "" } = item.attributes;
      const calls = [...new Set([using, check].flatMap(callsPerRow))];
      if (calls.length === 0) return [];
      const args = { table, policy: item.title, calls };
      return [{ item, args, location: lastWritten(graph, item) }];
    }),
);

const callsPerRow = (condition: string): readonly string[] =>
  [...condition.matchAll(perSession)]
    .filter(({ index }) => !isInOwnSelect(condition, index))
    .map(([, name = ""]) => `${name.toLowerCase()}()`);

/** Whether parentheses around the place hold a `select` that reads no table. */
function isInOwnSelect(text: string, at: number): boolean {
  let depth = 0;
  for (let start = at - 1; start >= 0; start--) {
    if (text[start] === ")") depth++;
    else if (text[start] === "(" && depth > 0) depth--;
    else if (text[start] === "(" && isPlainSelect(groupAt(text, start))) return true;
  }
  return false;
}

const isPlainSelect = (group: string): boolean =>
  /^\(\s*select\b/i.test(group) && !/\bfrom\b/i.test(group);

/** From an opening parenthesis to the one that closes it. */
function groupAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return text.slice(start, at + 1);
  }
  return text.slice(start);
}
