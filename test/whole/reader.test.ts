import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onePerTemplate, violations } from "../support/accessibility.ts";
import { browserHint, hasBrowser, startBrowser } from "../support/browser.ts";
import { layExampleProject } from "../support/example-project.ts";
import { rastro } from "../support/rastro.ts";
import { serveFolder } from "../support/serve.ts";

/** What readers do with the site of the example, with the keyboard, in a real browser. */
describe.skipIf(!hasBrowser)(`a reader${browserHint}`, () => {
  let browser: Browser;
  let page: Page;
  let folder = "";
  let disk = "";
  let served: Awaited<ReturnType<typeof serveFolder>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rastro-"));
    layExampleProject(folder);
    const forge = "site:\n  repository: https://forge.example/villa/blob/main\n";
    appendFileSync(join(folder, "rastro.config.yaml"), forge);
    expect(rastro(folder, ["gen"])).toMatchObject({ code: 0 });
    const site = join(folder, "out/site");
    disk = pathToFileURL(site).href;
    served = await serveFolder(site);
    browser = await startBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await served.close();
    rmSync(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });

  /** Opens the palette, types, and gives what is listed, best first. */
  async function ask(question: string, key = "Control+k"): Promise<readonly string[]> {
    await page.keyboard.press(key);
    const input = page.getByRole("combobox", { name: "Pesquisar na documentação" });
    await input.waitFor();
    await input.fill(question);
    await page.locator('.palette [role=listbox][aria-busy="false"]').waitFor({ state: "attached" });
    return page.locator(".palette [role=option]").allInnerTexts();
  }

  describe.each(["from disk", "from a server"] as const)("searches %s", (way) => {
    const entry = (): string => `${way === "from disk" ? disk : served.url}/index.html`;

    test.each([
      ["migracao", /migraç/i],
      ["migrações", /migraç/i],
      ["migrcao", /migraç/i],
      ["particionam", /particionamento/i],
      ["OPT-1", /OPT1/],
      ["opt1", /OPT1/],
    ])("`%s` is found", async (question, expected) => {
      await page.goto(entry());
      const found = await ask(question);
      expect(found.slice(0, 8).join("\n")).toMatch(expected);
    });

    test("the first result opens with Enter, and the slash opens the search", async () => {
      await page.goto(entry());
      await ask("OPT-1", "/");
      await page.keyboard.press("Enter");
      await page.waitForURL(/opt1/i);
      expect(await page.locator("h1").innerText()).toMatch(/OPT1/);
    });
  });

  test("one form of a word finds what the other finds", async () => {
    await page.goto(`${disk}/index.html`);
    const found = await ask("migracao");
    await page.keyboard.press("Escape");
    expect(await ask("migrações")).toEqual(found);
  });

  test("results are chosen by kind, stage, status and owner", async () => {
    await page.goto(`${disk}/index.html`);
    const all = await ask("opt");
    await page.getByRole("combobox", { name: "Tipo" }).selectOption("item de trabalho");
    await expect
      .poll(async () => (await page.locator(".palette [role=option]").allInnerTexts()).length)
      .toBeLessThan(all.length);
    const groups = page.locator(".palette [role=group]");
    expect(await groups.evaluateAll((each) => each.length)).toBe(1);
    const states = await page.getByRole("combobox", { name: "Situação" }).innerText();
    expect(states).toMatch(/planejad|em andamento|pront/);
  });

  test("is told how many there are, in the words for one and for many", async () => {
    const count = page.locator(".palette .count");
    for (const [entry, one, many] of [
      ["", "1 resultado", /^\d+ resultados/],
      ["/en", "1 result", /^\d+ results/],
    ] as const) {
      await page.goto(`${disk}${entry}/index.html`);
      await page.keyboard.press("Control+k");
      const input = page.locator(".palette input");
      await input.fill("particionamento");
      await expect.poll(() => count.innerText()).toMatch(many);
      await input.fill("latência snapshot otimizar");
      await page.getByRole("combobox", { name: /^(?:Tipo|Kind)$/ }).selectOption({ index: 1 });
      await expect.poll(() => count.innerText()).toBe(one);
    }
  });

  test("what is nowhere is not found, and the palette says so", async () => {
    await page.goto(`${disk}/index.html`);
    expect(await ask("zyxwvut")).toEqual([]);
  });

  describe("sorts and filters tables with the keyboard", () => {
    const rows = () => page.locator("article .table tbody tr:visible").allInnerTexts();

    test("a column sorts up and down, and says so", async () => {
      await page.goto(`${disk}/reports/measurements.html`);
      const header = page.locator("article .table th").first();
      await header.getByRole("button").focus();
      await page.keyboard.press("Enter");
      expect(await header.getAttribute("aria-sort")).toBe("ascending");
      const names = await page
        .locator("article .table")
        .first()
        .locator("tbody tr td:first-child")
        .allInnerTexts();
      const inOrder = new Intl.Collator("pt-BR", { numeric: true });
      expect(names).toEqual(names.toSorted(inOrder.compare));
      await page.keyboard.press("Enter");
      expect(await header.getAttribute("aria-sort")).toBe("descending");
    });

    test("a filter leaves the rows with its words, accents or not", async () => {
      await page.goto(`${disk}/reports/measurements.html`);
      const before = await rows();
      await page.getByRole("searchbox", { name: "Filtrar linhas" }).first().focus();
      await page.keyboard.type("opt3");
      const after = await rows();
      expect(after.length).toBeGreaterThan(0);
      expect(after.length).toBeLessThan(before.length);
    });

    test("what is shown goes into a file of comma-separated values", async () => {
      await page.goto(`${served.url}/reports/measurements.html`);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Baixar CSV" }).first().press("Enter"),
      ]);
      expect(download.suggestedFilename()).toBe("measurements-1.csv");
    });
  });

  test("without scripts, reads every row and is offered nothing that does not work", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${disk}/matrices/work-items.html`);
    expect(await plain.locator("article tbody tr:visible").count()).toBeGreaterThan(4);
    expect(await plain.locator(".bar button:visible").allInnerTexts()).not.toContain("Pesquisar");
    await context.close();
  });

  test("chooses dark colours, which stay on the next page", async () => {
    await page.goto(`${served.url}/index.html`);
    const button = page.getByRole("button", { name: /^Cores/ });
    await button.press("Enter");
    await button.press("Enter");
    await page.goto(`${served.url}/reports/status.html`);
    expect(await page.locator("html").getAttribute("data-scheme")).toBe("dark");
    await page.getByRole("button", { name: "Cores: escuras" }).press("Enter");
  });

  test("gets past the navigation with one key, and through it on a phone", async () => {
    await page.goto(`${disk}/reports/status.html`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("site:content");
    await page.setViewportSize({ width: 360, height: 740 });
    const navigation = page.getByRole("navigation", { name: "Páginas" });
    expect(await navigation.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).press("Enter");
    await navigation.getByRole("link", { name: "Visão geral", exact: true }).focus();
    await page.keyboard.press("Escape");
    expect(await navigation.isVisible()).toBe(false);
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Menu");
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test("sees in the outline which section is read", async () => {
    // In a narrower window the tables of this page have its room.
    await page.setViewportSize({ width: 1600, height: 800 });
    await page.goto(`${disk}/reports/status.html`);
    await page.locator("article h2").nth(2).scrollIntoViewIfNeeded();
    await page.evaluate("document.querySelectorAll('article h2')[2].scrollIntoView()");
    const current = page
      .getByRole("navigation", { name: "Nesta página" })
      .locator("[aria-current]");
    const heading = await page.locator("article h2").nth(2).innerText();
    await expect.poll(async () => current.allInnerTexts()).toEqual([heading.replace(/ #$/, "")]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  /** Wider than the window, at the width of a phone and at twice the size on a desk; or than paper. */
  async function tooWide(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 800 });
      const shown = await page.evaluate<number>("document.documentElement.scrollWidth");
      if (shown > width) found.push(`is ${String(shown)} wide at ${String(width)}`);
    }
    await page.emulateMedia({ media: "print" });
    const paper = 672;
    await page.setViewportSize({ width: paper, height: 800 });
    const printed = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (printed > paper) found.push(`is ${String(printed - paper)} px wider than A4`);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1280, height: 800 });
    return found;
  }

  test("finds every template within WCAG 2.2 AA in light and dark, and nothing cut off", async () => {
    const paths = onePerTemplate(join(folder, "out/site"));
    expect(paths.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${disk}/${path}`);
      const light = await violations(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await violations(page, ["color-contrast"]);
      found.push(...[...light, ...dark, ...(await tooWide())].map((each) => `${path} ${each}`));
    }
    await page.goto(`${disk}/index.html`);
    await ask("migracao");
    found.push(...(await violations(page)).map((each) => `the palette ${each}`));
    expect(found).toEqual([]);
  }, 240_000);
});
