import { diagnose, type Diagnostic, type Fix } from "#diagnostics/index.ts";
import type { LinkInText } from "#markdown/links/index.ts";
import type { Defect } from "../verdict.ts";

/** Says what is wrong with a link of a page. */
export function reportDefect(file: string, link: LinkInText, defect: Defect): Diagnostic {
  const { code, severity, suggestions } = defect;
  const { line, column, url } = link;
  const fix = fixOf(link, defect);
  return diagnose(
    code,
    { url },
    {
      location: { file, line, column },
      target: url,
      ...(severity && { severity }),
      ...(suggestions && suggestions.length > 0 && { suggestions }),
      ...(fix && { fix }),
    },
  );
}

/** What is certain is a fix only where it is certain, too, where the address stands. */
function fixOf({ span }: LinkInText, { certain }: Defect): Fix | undefined {
  const place = certain === undefined ? undefined : span?.();
  return place && certain !== undefined ? { ...place, text: certain } : undefined;
}
