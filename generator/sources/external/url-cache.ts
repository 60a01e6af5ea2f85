import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { UrlState } from "#model/links/outside-link.ts";

/** An answer that is remembered, and when it came, in milliseconds since 1970. */
interface Remembered {
  readonly at: number;
  readonly state: UrlState;
}

/** Answers of earlier runs, in a file. */
export interface UrlCache {
  readonly get: (url: string) => UrlState | undefined;
  readonly set: (url: string, state: UrlState) => void;
  readonly save: () => void;
}

/** Opens a cache; what is older than `age` milliseconds is asked again, and so is what was not well. */
export function openUrlCache(file: string | undefined, age: number): UrlCache {
  const now = Date.now();
  const known = new Map(Object.entries(file === undefined ? {} : readCache(file)));
  return {
    get: (url) => {
      const found = known.get(url);
      return found && now - found.at < age ? found.state : undefined;
    },
    set: (url, state) => {
      if (state.status !== undefined && state.status < 400) known.set(url, { at: now, state });
      else known.delete(url);
    },
    save: () => {
      if (file === undefined) return;
      const lines = [...known]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([url, entry]) => `${JSON.stringify(url)}: ${JSON.stringify(entry)}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
    },
  };
}

/** What is no cache is as good as none: it only saves time. */
function readCache(file: string): Readonly<Record<string, Remembered>> {
  try {
    const value = JSON.parse(readFileSync(file, "utf8")) as Record<string, Partial<Remembered>>;
    return Object.fromEntries(
      Object.entries(value).flatMap(([url, { at, state }]) =>
        typeof at === "number" && typeof state?.status === "number" ? [[url, { at, state }]] : [],
      ),
    );
  } catch {
    return {};
  }
}
