import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { edit, exampleCopy, writeText } from "../../support/example.ts";
import { repository } from "../../support/repository.ts";

/** What comes out of a stream, as far as it has come. */
function collect(): {
  text: string;
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>;
} {
  const collected = {
    text: "",
    until: async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = pattern.exec(collected.text);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
  return collected;
}

test("a change of a source is served, told to the pages, and its mistakes are shown", async () => {
  const folder = exampleCopy();
  const main = join(repository, "generator/main.ts");
  const child = spawn(process.execPath, [main, "dev", "--port", "0"], { cwd: folder });
  onTestFinished(() => void child.kill());
  const output = collect();
  child.stdout.on("data", (data: Buffer) => (output.text += data.toString()));
  const [url] = await output.until(/http:\/\/127\.0\.0\.1:\d+\//);

  const page = await (await fetch(`${url}pages/glossario.html`)).text();
  expect(page).toContain("/rastro-dev/page.js");
  expect(page).toContain("connect-src 'self'");
  const { status } = await fetch(`${url}no-such-page.html`);
  expect(status).toBe(404);

  const events = collect();
  const stream = await fetch(`${url}rastro-dev/events`);
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of stream.body!) events.text += decoder.decode(chunk as Uint8Array);
  })().catch(() => undefined);

  const path = "villa-canabrava/paginas/glossario.md";
  const before = readFileSync(join(folder, path), "utf8");
  writeText(folder, path, `${before}\nUm parágrafo que ninguém tinha lido.\n`);
  await events.until(/event: changed\ndata: .*"pages\/glossario\.html"/);
  expect(await (await fetch(`${url}pages/glossario.html`)).text()).toContain("ninguém tinha lido");

  writeText(folder, path, edit(before, "# ", "[nada](nao-existe.md)\n\n# "));
  await events.until(/event: findings\ndata: \[\{.*nao-existe/);
  await output.until(/nao-existe/);
  child.kill();
  await reading;
}, 120_000);
