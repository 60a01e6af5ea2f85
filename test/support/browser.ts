import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

const executablePath = process.env["CHROMIUM"] ?? places.find((path) => existsSync(path));

/** False when no Chromium is installed; under CI that is a failure, not a skip. */
export const hasBrowser: boolean = executablePath !== undefined || process.env["CI"] === "true";

/** The one command that brings what is missing, for the title of a skipped test. */
export const browserHint = hasBrowser ? "" : " (skipped: run `apt-get install chromium`)";

/** Starts Chromium without a window. */
export async function startBrowser(): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error("Chromium is missing: apt-get install chromium");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
}
