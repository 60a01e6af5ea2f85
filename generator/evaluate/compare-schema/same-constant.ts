/**
 * Whether a constant as somebody wrote it (`'f'`, `'1970-01-01'`) is the one that PostgreSQL prints
 * (`false`, `'1970-01-01 00:00:00+00'::timestamp with time zone`).
 */
export function isSameConstant(written: string, printed: string): boolean {
  if (/^(?:true|false)$/.test(printed)) return booleanOf(written) === printed;
  if (!/'::timestamp with(?:out)? time zone$/.test(printed)) return false;
  const instant = instantOf(written);
  return instant !== undefined && instant === instantOf(printed);
}

const truths: Readonly<Record<string, RegExp>> = {
  true: /^(?:t|tr|tru|true|y|ye|yes|on|1)$/i,
  false: /^(?:f|fa|fal|fals|false|n|no|of|off|0)$/i,
};

function booleanOf(written: string): string | undefined {
  const text = /^'\s*(\w+)\s*'(?:::bool(?:ean)?)?$/i.exec(written)?.[1] ?? "";
  return Object.keys(truths).find((value) => truths[value]?.test(text));
}

const timestamp =
  /^'(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?'/i;

/** The migrations are applied where it is always UTC. */
function instantOf(text: string): number | undefined {
  if (/^'epoch'/i.test(text)) return 0;
  const [, day, time = "00:00", , hours = "+00", minutes = "00"] = timestamp.exec(text) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${time}${hours}:${minutes}`);
}
