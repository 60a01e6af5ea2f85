/** Whether a line closes the fence that `marks` opened: the same character, at least as often. */
export function closesFence(line: string, marks: string): boolean {
  const bare = line.replace(/^[ \t>]+/, "").trimEnd();
  return bare.length >= marks.length && bare === (marks[0] ?? "").repeat(bare.length);
}
