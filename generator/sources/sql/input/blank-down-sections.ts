const marker = /^--[ \t]*(?:\+goose|\+migrate|rambler|migrate)[ \t:]*(up|down)\b.*$/gim;

/** A text without what takes it back, and on which line that started. */
export interface UpText {
  readonly text: string;
  readonly firstDown?: number;
}

/**
 * Some tools keep both ways in one file (`-- +goose Down`, `-- migrate:down`). What undoes becomes
 * spaces, so that every place stays right.
 */
export function blankDownSections(text: string): UpText {
  const marks = [...text.matchAll(marker)];
  let [result, from] = ["", 0];
  let firstDown: number | undefined;
  for (const [at, mark] of marks.entries()) {
    if (mark[1]?.toLowerCase() !== "down") continue;
    const end = marks[at + 1]?.index ?? text.length;
    result += text.slice(from, mark.index) + text.slice(mark.index, end).replace(/[^\n]/g, " ");
    from = end;
    firstDown ??= text.slice(0, mark.index).split("\n").length;
  }
  if (firstDown === undefined) return { text };
  return { text: result + text.slice(from), firstDown };
}
