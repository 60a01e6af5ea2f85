import { rastroAsync } from "../../support/rastro.ts";
import type { UrlState } from "#model/links/outside-link.ts";
import { judgeOutside } from "#verify/folder/index.ts";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

const said = (url: string, state: UrlState): readonly string[] =>
  judgeOutside(
    [{ file: "a.md", line: 1, column: 1, url }],
    new Map([[url.replace(/#.*/, ""), state]]),
  ).map(({ code, severity }) => `${severity} ${code}`);

test("an answer is judged by what it surely says", () => {
  const url = "https://host.example/a";
  expect(said(url, { status: 200 })).toEqual([]);
  expect(said(url, { status: 404 })).toEqual(["warning verify/dead-url"]);
  expect(said(url, { reason: "ENOTFOUND" })).toEqual(["warning verify/dead-url"]);
  expect(said(url, { status: 403 })).toEqual(["info verify/unanswered-url"]);
  expect(said(url, { reason: "ETIMEDOUT" })).toEqual(["info verify/unanswered-url"]);
  expect(said(url, { status: 200, movedTo: `${url}b` })).toEqual(["info verify/moved-url"]);
});

test("a part of a page is looked for as browsers and forges name it", () => {
  const state = { status: 200, anchors: ["ação", "user-content-b"] };
  for (const fragment of ["a%C3%A7%C3%A3o", "ação", "b", "L10", ":~:text=x", "/rota", "top", ""]) {
    expect(said(`https://host.example/#${fragment}`, state)).toEqual([]);
  }
  expect(said("https://host.example/#c", state)).toEqual(["warning verify/missing-url-anchor"]);
  expect(said("https://host.example/#c", { status: 200, anchors: [] })).toEqual([]);
});

test("nothing is asked without --external; with it the answers are findings and no errors", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/x`;
  const folder = temporaryFolder({ "README.md": `[x](${url})\n` });
  const check = ["check", "--links", "."];
  expect((await rastroAsync(folder, check)).stdout).toContain("1 to elsewhere, not checked");
  await rastroAsync(folder, [...check, "--external"]);
  expect(asked).toBe(0);
  const run = await rastroAsync(folder, [...check, "--external", "--allow-private"]);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain(`README.md:1:1 warning nothing is at \`${url}\` (\`404\`)`);
  expect(asked).toBe(2);
});
