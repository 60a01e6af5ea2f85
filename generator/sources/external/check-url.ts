import type { UrlState } from "#model/links/outside-link.ts";
import { setTimeout as wait } from "node:timers/promises";
import { type Answer, type RequestOptions, requestUrl } from "./request-url.ts";

export interface CheckOptions extends Omit<RequestOptions, "method"> {
  /** The longest that a server may ask to wait, in milliseconds. */
  readonly longestWait: number;
}

const mostHops = 10;
const mostTries = 3;

/** Some servers refuse HEAD, or answer it wrongly: only what is well is believed without a GET. */
export async function checkUrl(
  url: string,
  { needsAnchors, ...options }: CheckOptions & { readonly needsAnchors: boolean },
): Promise<UrlState> {
  const first = needsAnchors ? undefined : await follow(url, { ...options, method: "HEAD" });
  if (first?.status !== undefined && first.status < 400) return first;
  if (first?.reason !== undefined && first.reason !== "ECONNRESET") return first;
  return follow(url, { ...options, method: "GET" });
}

type FollowOptions = CheckOptions & Pick<RequestOptions, "method">;

/** Follows redirects; the place is new when each of them was for good. */
async function follow(url: string, options: FollowOptions): Promise<UrlState> {
  try {
    let [at, isForGood] = [new URL(url), true];
    for (let hop = 0; hop < mostHops; hop++) {
      const answer = await ask(at, options);
      const next = nextOf(answer, at);
      if (next === undefined) {
        const isMoved = hop > 0 && isForGood && answer.status < 300;
        return { ...stateOf(answer), ...(isMoved && { movedTo: at.href }) };
      }
      if (!/^https?:$/.test(next.protocol)) return { reason: "EPROTOCOL" };
      isForGood &&= answer.status === 301 || answer.status === 308;
      at = next;
    }
    return { reason: "EREDIRECTS" };
  } catch (error) {
    return { reason: reasonOf(error as NodeJS.ErrnoException) };
  }
}

function nextOf({ status, headers: { location } }: Answer, at: URL): URL | undefined {
  const isRedirect = status >= 300 && status < 400 && location !== undefined;
  return isRedirect ? new URL(location, at) : undefined;
}

/** The end of our patience is called what the end of the network's is called. */
const reasonOf = ({ code = "ERROR" }: NodeJS.ErrnoException): string =>
  code === "ABORT_ERR" ? "ETIMEDOUT" : code;

function stateOf({ status, body }: Answer): UrlState {
  if (body === "") return { status };
  const ids = body.matchAll(/\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi);
  return { status, anchors: [...ids].map(([, a, b, c]) => a ?? b ?? c ?? "") };
}

/** A server that is busy says when to come back, or is asked again a little later each time. */
async function ask(url: URL, options: FollowOptions): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await requestUrl(url, options);
    const isBusy = answer.status === 429 || answer.status === 503;
    const pause = waitOf(answer, attempt);
    if (!isBusy || attempt === mostTries || pause > options.longestWait) return answer;
    await wait(pause);
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); in milliseconds. */
function waitOf({ headers }: Answer, attempt: number): number {
  const written = headers["retry-after"];
  if (written === undefined) return 500 * 2 ** attempt;
  const seconds = /^\d+$/.test(written) ? Number(written) : NaN;
  const pause = Number.isNaN(seconds) ? Date.parse(written) - Date.now() : seconds * 1000;
  return Number.isNaN(pause) ? 500 * 2 ** attempt : Math.max(0, pause);
}
