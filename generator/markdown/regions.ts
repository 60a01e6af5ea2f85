import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { MarkedRegion } from "#model/pages/region.ts";
import { engine } from "./engine.ts";

/** One line that marks where a region begins or ends. */
interface Marker {
  readonly line: number;
  readonly indent: string;
  /** `begin tree depth=2`, `end`. */
  readonly words: string;
}

/** A tree of the engine, as far as comments are looked for in it. */
interface TreeNode {
  readonly type: string;
  readonly value?: string;
  readonly position?: { readonly start: { readonly line: number } };
  readonly children?: readonly TreeNode[];
}

/**
 * The regions of a Markdown text, in order. Code that shows a marker marks nothing. A text whose
 * markers do not fit together has no regions: what lies between them could be somebody's.
 */
export function findRegions(text: string, file: string): Outcome<readonly MarkedRegion[]> {
  if (!text.includes("rastro:")) return outcome([]);
  const lines = text.split(/\r?\n/);
  const tree = engine().markdownToMdast(text.replaceAll("\u0000", "\ufffd")) as TreeNode;
  const problems: Diagnostic[] = [];
  const markers = commentLines(tree).flatMap((line): readonly Marker[] => {
    const written = lines[line - 1] ?? "";
    const match = /^([ \t]*)<!--\s*rastro:(.*?)-->[ \t]*$/.exec(written);
    if (match) return [{ line, indent: match[1] ?? "", words: (match[2] ?? "").trim() }];
    const location = { file, line };
    problems.push(diagnose("markdown/region-marker", { written: written.trim() }, { location }));
    return [];
  });
  const paired = pairMarkers(markers, file);
  const all = [...problems, ...paired.diagnostics];
  return outcome(all.length > 0 ? [] : paired.value, all);
}

/** The lines of the text on which a comment of ours stands, each once. */
function commentLines(root: TreeNode): readonly number[] {
  const found = new Set<number>();
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...(node.children ?? []));
    if (node.type !== "html") continue;
    const first = node.position?.start.line ?? 1;
    for (const [index, line] of (node.value ?? "").split(/\r?\n/).entries()) {
      if (/<!--\s*rastro:/.test(line)) found.add(first + index);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function pairMarkers(markers: readonly Marker[], file: string): Outcome<readonly MarkedRegion[]> {
  const regions: MarkedRegion[] = [];
  const problems: Diagnostic[] = [];
  let open: Omit<MarkedRegion, "endLine"> | undefined;
  for (const { line, indent, words } of markers) {
    const location = { file, line };
    const begun = readBegin(words);
    if (words === "end") {
      if (open) regions.push({ ...open, endLine: line });
      else problems.push(diagnose("markdown/region-not-begun", {}, { location }));
      open = undefined;
    } else if (begun === undefined) {
      problems.push(
        diagnose("markdown/region-marker", { written: `rastro:${words}` }, { location }),
      );
    } else if (open) {
      const { name } = open;
      const related = [{ file, line: open.line, message: `rastro:begin ${name}` }];
      const args = { name: begun.name, outer: name };
      problems.push(diagnose("markdown/region-nested", args, { location, related }));
    } else {
      open = { ...begun, line, indent };
    }
  }
  if (open) {
    const { name, line } = open;
    problems.push(diagnose("markdown/region-unclosed", { name }, { location: { file, line } }));
  }
  return outcome(regions, [...problems, ...reportTwins(regions, file)]);
}

/** `begin NAME key=value key="two words"`; undefined when it is anything else. */
function readBegin(words: string): Pick<MarkedRegion, "name" | "options"> | undefined {
  const match = /^begin\s+([a-z][a-z-]*)((?:\s+[A-Za-z]+=(?:"[^"]*"|[^\s"]+))*)$/.exec(words);
  if (!match) return undefined;
  const [, name = "", written = ""] = match;
  const pairs = [...written.matchAll(/([A-Za-z]+)=(?:"([^"]*)"|(\S+))/g)];
  const options = Object.fromEntries(
    pairs.map(([, key = "", quoted, bare]) => [key, quoted ?? bare ?? ""]),
  );
  return { name, options };
}

/** The same region twice is a copy that somebody forgot to change. */
function reportTwins(regions: readonly MarkedRegion[], file: string): readonly Diagnostic[] {
  const key = ({ name, options }: MarkedRegion): string =>
    JSON.stringify([name, ...Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return [...Map.groupBy(regions, key).values()].flatMap(([first, ...others]) =>
    others.map(({ name, line }) =>
      diagnose(
        "markdown/region-duplicate",
        { name, line: first?.line ?? line },
        { location: { file, line } },
      ),
    ),
  );
}
