import type { Diagnostic } from "#diagnostics/index.ts";
import type { BaselineRequest, Frozen } from "./baseline-request.ts";

/** How findings are judged by a baseline; what reads one is loaded only when there is one. */
export async function openBaseline({
  file,
  ...request
}: BaselineRequest): Promise<(diagnostics: readonly Diagnostic[]) => Frozen> {
  if (file === undefined) return (diagnostics) => ({ diagnostics, lines: () => [] });
  const { freeze } = await import("./baseline.ts");
  return (diagnostics) => freeze(diagnostics, { ...request, file });
}
