import type { LinkText } from "../../../view.ts";
import type { ExampleBlock } from "./example-blocks.ts";
import type { WithExamples } from "./exchange-parts.ts";
import type { OperationSection } from "./operation-section.ts";

/** What is shorter than a screen is easier to read again than to look up. */
const shortest = 1000;

/**
 * Many operations of one page answer with the same long example: it stands where it comes first, and
 * the others lead there.
 */
export function withoutRepeats(sections: readonly OperationSection[]): readonly OperationSection[] {
  const shown = new Map<string, LinkText>();
  return sections.map((section) => {
    const here = { text: `${section.method} ${section.path}`, href: `#${section.anchor}` };
    const shorten = (block: ExampleBlock): ExampleBlock => {
      if (block.text.length < shortest) return block;
      const same = shown.get(block.text);
      if (same === undefined) shown.set(block.text, here);
      return same === undefined ? block : { ...block, same, text: "" };
    };
    const shortenAll = <Part extends WithExamples>(parts: readonly Part[]): readonly Part[] =>
      parts.map((part) => ({ ...part, examples: part.examples.map(shorten) }));
    return {
      ...section,
      bodies: shortenAll(section.bodies),
      details: shortenAll(section.details),
    };
  });
}
