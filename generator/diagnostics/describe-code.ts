import type { Language } from "#model/pages/page.ts";
import type { Wording } from "./catalogue/entry.ts";
import { type Example, examples } from "./catalogue/links/examples.ts";
import { catalogue, type DiagnosticCode } from "./catalogue/index.ts";
import { linkRuleOf } from "./link-rules.ts";
import type { Severity } from "./severity.ts";

/** What a code means, in one language. */
export interface CodeDescription {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Its number in the link catalogue. */
  readonly rule?: string;
  readonly about: string;
  /** The message and the hint, with `…` in place of what they name; absent where that is no sentence. */
  readonly message?: string;
  readonly hint?: string;
  readonly example?: Example;
}

/** Every code there is, by name. */
export const codes = (Object.keys(catalogue) as DiagnosticCode[]).sort();

/** Stands in for whatever a message is about. */
const anything: unknown = new Proxy({}, { get: () => "…" });

export function describeCode(code: DiagnosticCode, language: Language): CodeDescription {
  const { severity, ...wordings } = catalogue[code];
  const wording = wordings[language === "en" ? "en" : "pt"] as Wording<unknown>;
  const rule = linkRuleOf(code);
  const message = sentence(wording.message);
  const hint = wording.hint && sentence(wording.hint);
  const example = examples[code];
  return {
    ...{ code, severity, about: wording.about },
    ...(rule !== undefined && { rule }),
    ...(message !== undefined && { message }),
    ...(hint !== undefined && { hint }),
    ...(example && { example }),
  };
}

/** Some messages choose their words by what they are about, and have none for nothing in particular. */
function sentence(make: (args: unknown) => string | undefined): string | undefined {
  try {
    const made = make(anything);
    return made === undefined || /undefined|NaN/.test(made) ? undefined : made;
  } catch {
    return undefined;
  }
}

/** The path of a code's page among the pages of a project. */
export const findingPage = (code: string): string => `findings/${code}.md`;
