import type { Location } from "#model/location.ts";
import { type DiagnosticArguments, type DiagnosticCode, catalogue } from "./catalogue/index.ts";
import type { Severity } from "./severity.ts";

/** A second place that explains the first. */
export interface RelatedPlace extends Location {
  readonly message: string;
}

/** A change of one line of the file that a diagnostic names, which is certain to mend it. */
export interface Fix {
  readonly line: number;
  readonly column: number;
  /** After the last character that is replaced. */
  readonly endColumn: number;
  readonly text: string;
}

/**
 * One thing a person should know about their documentation, and where to mend it. It carries data;
 * the words are made by `formatDiagnostic`, in the language of whoever reads.
 */
export interface Diagnostic extends Partial<Location> {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, unknown>>;
  /** What was named and not found: a link's target, an unknown key. */
  readonly target?: string;
  /** At most three, best first. */
  readonly suggestions?: readonly string[];
  readonly fix?: Fix;
  /** Known before and put aside: it is listed, and fails nothing. */
  readonly baselined?: true;
  readonly related?: readonly RelatedPlace[];
}

type Extras = Partial<
  Pick<Diagnostic, "severity" | "target" | "suggestions" | "fix" | "related"> & {
    location: Location;
  }
>;

/** Makes a diagnostic; `extras.severity` overrides the catalogue's (a foreign source's errors). */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  args: DiagnosticArguments<Code>,
  { location, ...extras }: Extras = {},
): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    args: args as Readonly<Record<string, unknown>>,
    ...location,
    ...extras,
  };
}
