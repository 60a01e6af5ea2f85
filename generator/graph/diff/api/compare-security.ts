import { type Comparing, type Place, report } from "./comparing.ts";

/** One of these is enough; each is a set of `scheme` and `scheme scope`. */
type Alternatives = readonly (readonly string[])[];

const schemesOf = (alternative: readonly string[]): string =>
  alternative.filter((each) => !each.includes(" ")).join(" + ");

const isOpen = (alternatives: Alternatives): boolean =>
  alternatives.length === 0 || alternatives.some((each) => each.length === 0);

/** Who may call: anybody, or whoever has one of several sets of credentials. */
export function compareSecurity(
  comparing: Comparing,
  [before, after]: readonly [Alternatives, Alternatives],
  place: Omit<Place, "through"> & { readonly neutral: true },
): void {
  const [wasOpen, isOpenNow] = [isOpen(before), isOpen(after)];
  if (wasOpen && isOpenNow) return;
  if (wasOpen !== isOpenNow) {
    const values = wasOpen ? { after: listed(after) } : { before: listed(before) };
    report(comparing, place, {
      rule: wasOpen ? "security-required" : "security-opened",
      ...values,
    });
    return;
  }
  const [were, are] = [byScheme(before), byScheme(after)];
  for (const [schemes, scopes] of are) {
    const had = were.get(schemes);
    if (had === undefined) report(comparing, place, { rule: "security-added", after: schemes });
    else reportScopes(comparing, place, { schemes, had, scopes });
  }
  for (const schemes of were.keys()) {
    if (!are.has(schemes)) report(comparing, place, { rule: "security-removed", before: schemes });
  }
}

const listed = (alternatives: Alternatives): string =>
  alternatives.map(schemesOf).filter(Boolean).join(" | ");

const byScheme = (alternatives: Alternatives): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    alternatives.map((each) => [schemesOf(each), new Set(each.filter((one) => one.includes(" ")))]),
  );

function reportScopes(
  comparing: Comparing,
  place: Parameters<typeof compareSecurity>[2],
  {
    schemes,
    had,
    scopes,
  }: {
    readonly schemes: string;
    readonly had: ReadonlySet<string>;
    readonly scopes: ReadonlySet<string>;
  },
): void {
  const at = schemes;
  for (const scope of scopes.difference(had)) {
    report(comparing, { ...place, at }, { rule: "security-scope-added", after: scope });
  }
  for (const scope of had.difference(scopes)) {
    report(comparing, { ...place, at }, { rule: "security-scope-removed", before: scope });
  }
}
