import type { Finding } from "#diagnostics/index.ts";
import { type OutputFile, textOf } from "#model/pages/page.ts";
import type { ServerResponse } from "node:http";
import { audience, tell } from "./audience.ts";

type Content = OutputFile["content"];

/** Which page a browser shows, and from which turn it has it. */
interface Place {
  readonly page: string;
  readonly since: number;
}

/** The files that are shown, what has to be mended in them, and who looks at them. */
export function shownSite() {
  let files: ReadonlyMap<string, Content> = new Map();
  let findings: readonly Finding[] = [];
  /** How often something else was shown. */
  let turn = 0;
  const changedAt = new Map<string, number>();
  const { add, isWatching, tell: tellAll, reloaded } = audience();

  const replace = (next: ReadonlyMap<string, Content>): readonly string[] => {
    const changed = differences(files, next);
    files = next;
    turn += 1;
    for (const path of changed) changedAt.set(path, turn);
    tellAll("changed", changed);
    return changed;
  };
  const warn = (found: readonly Finding[]): void => {
    findings = found;
    tellAll("findings", found);
  };
  return {
    file: (path: string): Content | undefined => files.get(path),
    turn: (): number => turn,
    /** Shows another site; gives how many of its files are not what they were. */
    show: (all: readonly OutputFile[], found: readonly Finding[]): number => {
      warn(found);
      return replace(siteFiles(all)).length;
    },
    /** Says what has to be mended, while the site stays as it is. */
    warn,
    isWatching,
    /** Shows some files before the others are known; gives how many are not what they were. */
    preview: async (some: readonly OutputFile[]): Promise<number> => {
      const changed = replace(new Map([...files, ...siteFiles(some)]));
      await reloaded(changed);
      return changed.length;
    },
    /** A browser listens from now on, and hears first what it missed. */
    listen: (browser: ServerResponse, { page, since }: Place): void => {
      add(browser, page);
      tell(browser, "findings", findings);
      if ((changedAt.get(page) ?? 0) > since) tell(browser, "changed", [page]);
    },
  };
}

const folder = "site/";

const siteFiles = (files: readonly OutputFile[]): ReadonlyMap<string, Content> =>
  new Map(
    files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path, content }) => [path.slice(folder.length), content]),
  );

/** What is new, other, or gone. */
const differences = (
  before: ReadonlyMap<string, Content>,
  after: ReadonlyMap<string, Content>,
): readonly string[] => [
  ...[...after].flatMap(([path, content]) => (isSame(content, before.get(path)) ? [] : [path])),
  ...[...before.keys()].filter((path) => !after.has(path)),
];

const isSame = (one: Content, other: Content | undefined): boolean =>
  other !== undefined && (one === other || textOf(one) === textOf(other));
