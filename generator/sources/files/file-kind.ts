/** The files that a source reads when an entry names a folder, by how their names end. */
export interface FileKind {
  /** Without the full stop. */
  readonly endings: readonly string[];
  /** In front of them: `.d` leaves `x.d.ts` out. */
  readonly except?: string;
}

/** YAML and JSON. */
export const dataFiles: FileKind = { endings: ["yaml", "yml", "json"] };

/** As a pattern that holds for every file below a folder. */
export function patternOf({ endings, except }: FileKind): string {
  const name = except === undefined ? "*" : `!(*${except})`;
  return `**/${name}.${endings.length === 1 ? (endings[0] ?? "") : `{${endings.join(",")}}`}`;
}
