/** A file with millions of lines is held as blocks of about this many signs. */
const blockSize = 1 << 16;

/**
 * Lines, each with its end, as the pieces of a file. As one text a large file would be copied whole
 * before it is written, at two bytes a sign if a single sign in it is not of Latin 1.
 */
export function inBlocks(lines: Iterable<string>): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let size = 0;
  for (const line of lines) {
    block.push(line);
    size += line.length;
    if (size < blockSize) continue;
    blocks.push(textOfLines(block));
    block = [];
    size = 0;
  }
  return block.length === 0 ? blocks : [...blocks, textOfLines(block)];
}

const textOfLines = (lines: readonly string[]): string => `${lines.join("\n")}\n`;
