/** One figure that a command printed. */
export interface PrintedMetric {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly subject?: string;
  readonly title?: string;
}

export interface PrintedMetrics {
  readonly metrics: readonly PrintedMetric[];
  /** What the command says of where it ran. */
  readonly environment?: string;
}

/**
 * The metrics in the JSON that a command printed, alone or in its last line:
 * `{"metrics": [{"metric", "value", "unit"}]}`. Undefined without any; half a record is broken.
 */
export function readMetrics(output: string): PrintedMetrics | "broken" | undefined {
  const value = parse(output) ?? parse(output.trim().split("\n").at(-1) ?? "");
  if (value === undefined || !("metrics" in value)) return undefined;
  const { metrics, environment } = value as { metrics: unknown; environment?: unknown };
  if (!Array.isArray(metrics) || !metrics.every(isMetric)) return "broken";
  return { metrics, ...(typeof environment === "string" && { environment }) };
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isMetric(value: unknown): value is PrintedMetric {
  if (typeof value !== "object" || value === null) return false;
  const { metric, value: number, unit, subject, title } = value as Record<string, unknown>;
  const isText = (text: unknown): boolean => typeof text === "string" && text !== "";
  const isOptional = (text: unknown): boolean => text === undefined || isText(text);
  return (
    isText(metric) &&
    isText(unit) &&
    isOptional(subject) &&
    isOptional(title) &&
    Number.isFinite(number)
  );
}
