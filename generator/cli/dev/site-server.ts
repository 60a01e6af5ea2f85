import { type OutputFile, textOf } from "#model/pages/page.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path/posix";
import { pageScript, withPageScript } from "./page-script.ts";
import type { shownSite } from "./shown-site.ts";

type Shown = ReturnType<typeof shownSite>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/** Serves what is shown, to this machine alone. */
export function siteServer(shown: Shown) {
  const server = createServer((request, response) => {
    answer(request, response, shown);
  });
  return {
    isServing: () => server.listening,
    /** The address; nothing when somebody else has the port. */
    listen: async (port: number): Promise<string | undefined> =>
      new Promise((resolve) => {
        server.once("error", () => resolve(undefined));
        server.listen(port, "127.0.0.1", () => {
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        });
      }),
  };
}

/** A page elsewhere that has a name of its own lead here must not read what is served. */
const isOwn = ({ headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");

function answer(request: IncomingMessage, response: ServerResponse, shown: Shown): void {
  const asked = readAddress(request.url ?? "/");
  if (!isOwn(request) || asked === undefined) {
    response.writeHead(400).end();
    return;
  }
  const { path, query } = asked;
  if (path === "rastro-dev/events") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    shown.listen(response, {
      page: query.get("page") ?? "",
      since: Number(query.get("turn") ?? shown.turn()),
    });
    return;
  }
  const content = path === "rastro-dev/page.js" ? pageScript : shown.file(path);
  if (content === undefined) response.writeHead(404).end();
  else send(response, { path, content }, shown.turn());
}

interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

function readAddress(url: string): Address | undefined {
  try {
    const { pathname, searchParams: query } = new URL(url, "http://127.0.0.1");
    const path = decodeURIComponent(pathname).slice(1);
    return { path: path === "" || path.endsWith("/") ? `${path}index.html` : path, query };
  } catch {
    // Not a percent-encoding.
    return undefined;
  }
}

function send(
  response: ServerResponse,
  { path, content }: Pick<OutputFile, "path" | "content">,
  turn: number,
): void {
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
  if (path.endsWith(".html")) response.end(withPageScript(textOf(content), turn));
  else response.end(content instanceof Uint8Array ? content : textOf(content));
}
