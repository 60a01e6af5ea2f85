import { checkUrls, openUrlCache } from "#sources/external/index.ts";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

/** A real server on this machine, and what it was asked. */
async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, base: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

const patient = { allowPrivate: true, timeout: 2000, longestWait: 2000, userAgent: "rastro/test" };

async function ask(url: string, options: Partial<typeof patient> = {}) {
  const states = await checkUrls(new Set([url]), openUrlCache(undefined, 0), {
    ...patient,
    ...options,
  });
  return [...states.values()][0];
}

describe("an address on the web", () => {
  test("is asked for with HEAD, and with GET only where that does not do", async () => {
    const { base, asked } = await serve(({ method }, response) => {
      response.writeHead(method === "HEAD" ? 405 : 200).end();
    });
    expect(await ask(`${base}/a`)).toEqual({ status: 200 });
    expect(asked).toEqual(["HEAD /a", "GET /a"]);
  });

  test("is moved when every step on the way says that it is for good", async () => {
    const { base } = await serve(({ url }, response) => {
      const [status, location] = { "/a": [301, "/b"], "/b": [308, "/c"], "/t": [302, "/c"] }[
        url ?? ""
      ] ?? [200, ""];
      response.writeHead(Number(status), { location: String(location) }).end();
    });
    expect(await ask(`${base}/a`)).toEqual({ status: 200, movedTo: `${base}/c` });
    expect(await ask(`${base}/t`)).toEqual({ status: 200 });
  });

  test("that goes in circles, hangs, or leads to a file of this machine ends somewhere", async () => {
    const { base } = await serve(({ url }, response) => {
      if (url === "/circle") response.writeHead(302, { location: "/circle" }).end();
      else if (url === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    });
    expect(await ask(`${base}/circle`)).toEqual({ reason: "EREDIRECTS" });
    expect(await ask(`${base}/file`)).toEqual({ reason: "EPROTOCOL" });
    expect(await ask(`${base}/hang`, { timeout: 50 })).toEqual({ reason: "ETIMEDOUT" });
    expect(await ask("http://[nowhere")).toMatchObject({ reason: "ERR_INVALID_URL" });
  });

  test("of a busy server is asked for again when that says to, and not for ever", async () => {
    let times = 0;
    const { base, asked } = await serve(({ url }, response) => {
      const isReady = url === "/soon" && times++ > 0;
      const after = url === "/soon" ? "0" : "3600";
      response.writeHead(isReady ? 200 : 429, { "retry-after": after }).end();
    });
    expect(await ask(`${base}/soon`)).toEqual({ status: 200 });
    expect(await ask(`${base}/later`)).toEqual({ status: 429 });
    expect(asked.filter((each) => each.endsWith("/later"))).toEqual(["HEAD /later", "GET /later"]);
  });

  test("of one machine or network is not asked for unless somebody wants it, not even by a redirect", async () => {
    const { base, asked } = await serve((_, response) => response.end());
    const refused = { allowPrivate: false };
    const port = new URL(base).port;
    const hosts = [
      "127.0.0.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "localhost",
      "169.254.169.254",
      "10.0.0.1",
    ];
    for (const host of hosts) {
      expect(await ask(`http://${host}:${port}/`, refused)).toEqual({ reason: "EPRIVATE" });
    }
    expect(asked).toEqual([]);
  });

  test("is asked for once, two at a time of one host", async () => {
    let [running, most] = [0, 0];
    const { base, asked } = await serve((_, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running--;
        response.end();
      }, 20);
    });
    const urls = Array.from({ length: 8 }, (_, index) => `${base}/${String(index % 4)}`);
    await checkUrls(new Set(urls), openUrlCache(undefined, 0), patient);
    expect(asked).toHaveLength(4);
    expect(most).toBe(2);
  });
});

describe("the answers", () => {
  test("are remembered for a while, apart from those that were not well", async () => {
    const { base, asked } = await serve(({ url }, response) => {
      response.writeHead(url === "/gone" ? 404 : 200).end();
    });
    const file = join(temporaryFolder(), "cache/urls.json");
    const urls = new Set([`${base}/a`, `${base}/gone`]);
    const run = (age: number) => checkUrls(urls, openUrlCache(file, age), patient);
    await run(60_000);
    await run(60_000);
    expect(asked.filter((each) => each.endsWith("/a"))).toEqual(["HEAD /a"]);
    expect(asked.filter((each) => each === "HEAD /gone")).toHaveLength(2);
    await run(0);
    expect(asked.filter((each) => each.endsWith("/a"))).toHaveLength(2);
    expect(Object.keys(JSON.parse(readFileSync(file, "utf8")) as object)).toEqual([`${base}/a`]);
  });

  test("tell the parts of a page, also of one that was remembered without them", async () => {
    const { base } = await serve((_, response) => {
      response.setHeader("content-type", "text/html").end("<h1 id=a>A</h1><a name='b c'>B</a>");
    });
    const cache = openUrlCache(undefined, 60_000);
    await checkUrls(new Set([`${base}/p`]), cache, patient);
    const states = await checkUrls(new Set([`${base}/p#b`]), cache, patient);
    expect(states.get(`${base}/p`)?.anchors).toEqual(["a", "b c"]);
  });
});
