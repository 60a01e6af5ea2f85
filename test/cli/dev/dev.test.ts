import { spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { edit, exampleCopy, writeText } from "../../support/example.ts";
import { rastro } from "../../support/rastro.ts";
import { repository } from "../../support/repository.ts";

/** What comes out of a stream, as far as it has come. */
function collect() {
  const collected = {
    text: "",
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = pattern.exec(collected.text);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
  return collected;
}

/** Serves a copy of the example, as somebody who writes does. */
async function serveExample() {
  const folder = exampleCopy();
  const main = join(repository, "generator/main.ts");
  const child = spawn(process.execPath, [main, "dev", "--port", "0"], { cwd: folder });
  const closing = new AbortController();
  onTestFinished(() => {
    closing.abort();
    child.kill();
  });
  const output = collect();
  child.stdout.on("data", (data: Buffer) => (output.text += data.toString()));
  const [url] = await output.until(/http:\/\/127\.0\.0\.1:\d+\//);
  const get = async (path: string): Promise<string> => (await fetch(url + path)).text();
  const turnOf = async (page: string): Promise<string> =>
    /data-turn="(\d+)"/.exec(await get(page))?.[1] ?? "";
  /** Listens for a page, as a browser does that loaded it in this turn. */
  const lookAt = async (page: string, turn: string) => {
    const events = collect();
    const query = new URLSearchParams({ page, turn });
    const { signal } = closing;
    const { body } = await fetch(`${url}rastro-dev/events?${query.toString()}`, { signal });
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of body!) events.text += decoder.decode(chunk as Uint8Array);
    })().catch(() => undefined);
    return events;
  };
  return { folder, output, url, get, turnOf, lookAt };
}

const glossary = "villa-canabrava/paginas/glossario.md";
const risks = "villa-canabrava/programa/riscos.yaml";
const remade = /do site mud(?:ou|aram)/g;

describe("dev", () => {
  test("a change of a source is served, told to the pages, and its mistakes are shown", async () => {
    const { folder, output, url, get, turnOf, lookAt } = await serveExample();
    const page = await get("pages/glossario.html");
    expect(page).toContain("/rastro-dev/page.js");
    expect(page).toContain("connect-src 'self'");
    expect((await fetch(`${url}no-such-page.html`)).status).toBe(404);

    const events = await lookAt("pages/glossario.html", await turnOf("pages/glossario.html"));
    const before = readFileSync(join(folder, glossary), "utf8");
    writeText(folder, glossary, `${before}\nUm parágrafo que ninguém tinha lido.\n`);
    await events.until(/event: changed\ndata: .*"pages\/glossario\.html"/);
    expect(await get("pages/glossario.html")).toContain("ninguém tinha lido");

    writeText(folder, glossary, edit(before, "# ", "[nada](nao-existe.md)\n\n# "));
    await events.until(/event: findings\ndata: \[\{.*nao-existe/);
    await output.until(/nao-existe/);
  }, 120_000);

  test("the page that somebody looks at is shown before the others, and again when it was missed", async () => {
    const { folder, get, turnOf, lookAt } = await serveExample();
    const turn = await turnOf("reports/risks.html");
    const events = await lookAt("reports/risks.html", turn);
    const before = readFileSync(join(folder, risks), "utf8");
    writeText(folder, risks, edit(before, "title: ", "title: Título mudado de "));
    const [, first = ""] = await events.until(/event: changed\ndata: (.*)\n/);
    // Other pages show this risk as well; they come later.
    expect(JSON.parse(first)).toEqual(["reports/risks.html"]);
    expect(await get("reports/risks.html")).toContain("Título mudado de");
    await events.until(/event: changed\ndata: .*"en\/reports\/risks\.html"/);

    const late = await lookAt("reports/risks.html", turn);
    await late.until(/event: changed\ndata: \["reports\/risks\.html"\]/);
  }, 120_000);

  test("after many changes everything is what a first run makes", async () => {
    const { folder, output, get, lookAt } = await serveExample();
    await lookAt("reports/risks.html", "1");
    const text = (path: string) => readFileSync(join(folder, path), "utf8");
    const steps: readonly (() => void)[] = [
      () => writeText(folder, risks, edit(text(risks), "title: ", "title: Outro ")),
      () => appendFileSync(join(folder, glossary), "\n## Novo\n\n[[OPT1]]\n"),
      () => writeText(folder, "villa-canabrava/paginas/nova.md", "# Nova\n\nVer [[RISCO-1]].\n"),
      () => writeText(folder, risks, edit(text(risks), "title: Outro ", "title: ")),
      () => rmSync(join(folder, "villa-canabrava/paginas/nova.md")),
      () => appendFileSync(join(folder, "villa-canabrava/openapi.yaml"), "\nx-nada: 1\n"),
    ];
    for (const step of steps) {
      const count = output.text.match(remade)?.length ?? 0;
      step();
      await output.until(new RegExp(`(?:${remade.source}[^]*){${String(count + 1)}}`));
    }
    expect(rastro(folder, ["gen"]).code).toBe(0);
    const site = join(folder, "out/site");
    const files = readdirSync(site, { recursive: true, encoding: "utf8" });
    const pages = files.filter((path) => /\.(?:html|md|js)$/.test(path));
    expect(pages.length).toBeGreaterThan(300);
    for (const path of pages) {
      const served = (await get(path))
        .replace(/<script src="\/rastro-dev[^\n]*\n/, "")
        .replace(" connect-src 'self';", "");
      expect(served, path).toBe(readFileSync(join(site, path), "utf8"));
    }
  }, 120_000);
});
