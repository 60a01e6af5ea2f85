import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { pageNumbers } from "./page-numbers.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A browser that prints: the one that `CHROMIUM` names, or one that is installed. */
export function findBrowser(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && named !== "") return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...elsewhere].find((path) => existsSync(path));
}

/**
 * Prints a document whose contents name pages: where those are is known when it is printed, and so it
 * is printed again with their numbers. Its contents take as many lines as before, so that nothing moves.
 */
export function printNumbered(
  browser: string,
  html: (numbers: ReadonlyMap<string, number>) => string,
  to: string,
): string | undefined {
  const complaint = printPdf(browser, html(new Map()), to);
  if (complaint !== undefined) return complaint;
  const numbers = pageNumbers(readFileSync(to));
  return numbers.size === 0 ? undefined : printPdf(browser, html(numbers), to);
}

/** Prints a document to a file; gives what the browser complained of when there is no file then. */
function printPdf(browser: string, html: string, to: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "rastro-print-"));
  try {
    const page = join(folder, "page.html");
    writeFileSync(page, html);
    const { stderr, error } = spawnSync(
      browser,
      [
        ...["--headless", "--disable-gpu", "--no-first-run", `--user-data-dir=${folder}`],
        // A browser refuses to shut root into its sandbox; there, the document is our own.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        // Bookmarks, by the headings.
        "--generate-pdf-document-outline",
        ...["--no-pdf-header-footer", `--print-to-pdf=${to}`, pathToFileURL(page).href],
      ],
      { encoding: "utf8", timeout: 300_000 },
    );
    if (existsSync(to)) return undefined;
    return error?.message ?? stderr.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
