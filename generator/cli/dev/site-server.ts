import type { Finding } from "#diagnostics/index.ts";
import { type OutputFile, textOf } from "#model/pages/page.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path/posix";
import { pageScript, withPageScript } from "./page-script.ts";

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

/** What is shown: the files by their path in the site, and what has to be mended. */
interface Shown {
  files: ReadonlyMap<string, OutputFile["content"]>;
  findings: readonly Finding[];
}

/** Serves a site from memory, to this machine alone, and tells its pages when they change. */
export function siteServer() {
  const shown: Shown = { files: new Map(), findings: [] };
  const readers = new Set<ServerResponse>();
  const tell = (event: string, data: unknown): void => {
    for (const reader of readers)
      reader.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    answer(request, response, { shown, readers });
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
    /** Shows another site; gives how many of its files are not what they were. */
    show: (files: readonly OutputFile[], findings: readonly Finding[]): number => {
      const next = siteFiles(files);
      const changed = [...next].filter(
        ([path, content]) => !isSame(content, shown.files.get(path)),
      );
      Object.assign(shown, { files: next, findings });
      tell("findings", findings);
      tell(
        "changed",
        changed.map(([path]) => path),
      );
      return changed.length;
    },
    warn: (findings: readonly Finding[]): void => {
      shown.findings = findings;
      tell("findings", findings);
    },
  };
}

const folder = "site/";

const siteFiles = (files: readonly OutputFile[]): Shown["files"] =>
  new Map(
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, content }) => [path.slice(folder.length), content]),
  );

const isSame = (one: OutputFile["content"], other: OutputFile["content"] | undefined): boolean =>
  other !== undefined && textOf(one) === textOf(other);

interface Serving {
  readonly shown: Shown;
  readonly readers: Set<ServerResponse>;
}

/** A page elsewhere that has a name of its own lead here must not read what is served. */
const isOwn = ({ headers }: IncomingMessage): boolean =>
  /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");

function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): void {
  const path = pathOf(request.url ?? "/");
  if (!isOwn(request) || path === undefined) {
    response.writeHead(400).end();
  } else if (path === "rastro-dev/events") {
    listenTo(response, serving);
  } else if (path === "rastro-dev/page.js") {
    send(response, { path, content: pageScript });
  } else {
    const content = serving.shown.files.get(path);
    if (content === undefined) response.writeHead(404).end();
    else send(response, { path, content });
  }
}

function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  } catch {
    // Not a percent-encoding.
    return undefined;
  }
}

function listenTo(response: ServerResponse, { shown, readers }: Serving): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(`event: findings\ndata: ${JSON.stringify(shown.findings)}\n\n`);
  readers.add(response);
  response.on("close", () => readers.delete(response));
}

function send(
  response: ServerResponse,
  { path, content }: Pick<OutputFile, "path" | "content">,
): void {
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
  if (path.endsWith(".html")) response.end(withPageScript(textOf(content)));
  else response.end(content instanceof Uint8Array ? content : textOf(content));
}
