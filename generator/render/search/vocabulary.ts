/** The terms that a word of a text is found by, as numbers. */
export interface Vocabulary {
  readonly idsOf: (raw: string) => readonly number[];
  /** All terms, by their number. */
  readonly terms: readonly string[];
}

const longestWord = 48;

/**
 * Numbers the terms of a text. A word is looked at once however often it stands in the pages: a
 * compound (`opt-1`, `public.catalogo`, `E4-D1`) is found whole, without its signs, and by its parts.
 */
export function vocabulary(): Vocabulary {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const known = new Map<string, readonly number[]>();
  const numberOf = (term: string): number => {
    const number = numbers.get(term) ?? terms.length;
    if (number === terms.length) {
      terms.push(term);
      numbers.set(term, number);
    }
    return number;
  };
  return {
    terms,
    idsOf: (raw) => {
      const ids = known.get(raw) ?? termsOf(raw).map(numberOf);
      // A copy: a piece of a text would keep the whole text in memory.
      if (!known.has(raw)) known.set(raw.split("").join(""), ids);
      return ids;
    },
  };
}

function termsOf(raw: string): readonly string[] {
  if (raw.length > longestWord) return [];
  const folded = fold(raw);
  const parts = folded.split(/[-._]+/).filter((part) => part.length > 1 || /\d/.test(part));
  return [...new Set([...parts, parts.join("")])].filter((term) => term.length > 0);
}

/** Small letters without accents. */
function fold(text: string): string {
  const small = text.toLowerCase();
  return /[^a-z0-9._-]/.test(small) ? small.normalize("NFD").replace(/\p{M}/gu, "") : small;
}
