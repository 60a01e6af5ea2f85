import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { isPrivate, privateCode, publicLookup } from "./private-addresses.ts";

/** How a server answered to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  /** The beginning of a page of HTML; empty when nobody asked for it. */
  readonly body: string;
}

export interface RequestOptions {
  readonly method: "GET" | "HEAD";
  readonly timeout: number;
  /** Whether addresses of one machine or network may be asked, too. */
  readonly allowPrivate: boolean;
  readonly userAgent: string;
}

/** Nobody writes more of a page by hand. */
const longest = 4 * 1024 * 1024;

/** Asks once, and follows nothing. It rejects with an error that has a code. */
export function requestUrl(url: URL, options: RequestOptions): Promise<Answer> {
  const { allowPrivate } = options;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A bare address is never looked up.
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) {
    return Promise.reject(Object.assign(new Error(host), { code: privateCode }));
  }
  return new Promise((resolve, reject) => {
    const make = url.protocol === "https:" ? requestHttps : requestHttp;
    const request = make(
      url,
      {
        method: options.method,
        headers: {
          "user-agent": options.userAgent,
          accept: "text/html,*/*;q=0.8",
          "accept-encoding": "identity",
        },
        signal: AbortSignal.timeout(options.timeout),
        ...(!allowPrivate && { lookup: publicLookup }),
      },
      (response) => {
        readAnswer(response).then(resolve, reject);
      },
    );
    request.on("error", reject);
    request.end();
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  if (!/html/i.test(headers["content-type"] ?? "")) {
    response.destroy();
    return { status, headers, body: "" };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longest) break;
  }
  return { status, headers, body: Buffer.concat(chunks).toString("utf8") };
}
