import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { OutsideLink, UrlState } from "#model/links/outside-link.ts";
import { decoded } from "./written-url.ts";

/** What is to be said about addresses on the web that were asked for; nothing of it is an error. */
export const judgeOutside = (
  links: readonly OutsideLink[],
  states: ReadonlyMap<string, UrlState>,
): readonly Diagnostic[] =>
  links.flatMap((link) => {
    const state = states.get(link.url.replace(/#.*$/s, ""));
    return state ? judge(link, state) : [];
  });

function judge(link: OutsideLink, state: UrlState): readonly Diagnostic[] {
  const { url, ...location } = link;
  const place = { location, target: url };
  const failure = failureOf(state);
  if (failure) return [diagnose(failure.code, { url, answer: failure.answer }, place)];
  const anchor = isMissing(url, state)
    ? [diagnose("verify/missing-url-anchor", { url }, place)]
    : [];
  if (state.movedTo === undefined) return anchor;
  const to = state.movedTo + url.slice(url.split("#", 1)[0]?.length);
  return [...anchor, diagnose("verify/moved-url", { url, to }, { ...place, suggestions: [to] })];
}

/** Only what says so is gone. */
const gone: ReadonlySet<string> = new Set(["404", "410", "ENOTFOUND"]);

function failureOf({ status, reason = "" }: UrlState) {
  if (status !== undefined && status < 400) return undefined;
  const answer = status === undefined ? reason : String(status);
  const code = gone.has(answer) ? ("verify/dead-url" as const) : ("verify/unanswered-url" as const);
  return { code, answer };
}

/** What viewers and programs read of a fragment is no part of the page. */
const ofPrograms = /^(?:$|[!/?]|L\d|:~:|top$|page=|.*=)/i;

function isMissing(url: string, { anchors }: UrlState): boolean {
  const written = url.includes("#") ? url.slice(url.indexOf("#") + 1).replace(/:~:.*$/s, "") : "";
  // A page without any is made by a program.
  if (ofPrograms.test(written) || anchors === undefined || anchors.length === 0) return false;
  const meant = [written, decoded(written) ?? written];
  return !meant.some((id) => anchors.includes(id) || anchors.includes(`user-content-${id}`));
}
