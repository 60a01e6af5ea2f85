import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";

/** A browser that takes longer than this waits for the rest. */
const patience = 400;

/** The browsers that listen, each with the path of the page that it shows. */
export function audience() {
  const listeners = new Map<ServerResponse, string>();
  return {
    add: (listener: ServerResponse, page: string): void => {
      listeners.set(listener, page);
      listener.on("close", () => listeners.delete(listener));
    },
    isWatching: (page: string): boolean => [...listeners.values()].includes(page),
    tell: (event: string, data: unknown): void => {
      for (const listener of listeners.keys()) tell(listener, event, data);
    },
    /** Waits until who showed one of these pages has loaded it again, which is when it listens again. */
    reloaded: async (pages: readonly string[]): Promise<void> => {
      const gone = [...listeners].filter(([, page]) => pages.includes(page));
      const until = performance.now() + patience;
      const areBack = (): boolean =>
        listeners.size >= gone.length && !gone.some(([listener]) => listeners.has(listener));
      while (!areBack() && performance.now() < until) await setTimeout(5);
    },
  };
}

/** Says something to one browser. */
export function tell(listener: ServerResponse, event: string, data: unknown): void {
  listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
