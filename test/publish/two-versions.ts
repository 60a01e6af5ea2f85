import type { OutputFile } from "#model/pages/page.ts";

/** Two trees of 300 files that differ in most of them, in number and in folders. */
export const versions: readonly (readonly OutputFile[])[] = ["a", "b"].map((version, odd) =>
  Array.from({ length: 300 }, (_, index): OutputFile => {
    const shared = index % 5 === 0;
    const folder = shared ? "shared" : `${version}${index % 7}`;
    const content = `# ${shared ? "" : version} ${index}\n`.repeat(50 + odd);
    return { path: `md/${folder}/page-${index}.md`, target: "pages", content };
  }),
);
