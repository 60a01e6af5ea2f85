import { foundValue } from "#data/index.ts";
import { diagnose, type Diagnostic, type Expectation } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import { locationOf, type Node, pointerOf } from "../node.ts";

/** Says that a value is not what the specification wants in its place. */
export function wrongValue(
  node: Node,
  expected: Expectation,
  {
    location = locationOf(node),
    found = node.value,
  }: { location?: Location; found?: unknown } = {},
): Diagnostic {
  const args = { pointer: pointerOf(node), expected, found: foundValue(found) };
  return diagnose("sources/openapi-wrong-value", args, { location });
}
