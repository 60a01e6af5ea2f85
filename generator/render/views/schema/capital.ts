/** A word as a sentence starts with it. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
