/** Words that stay around a difference, so that it can be understood. */
const around = 6;
/** As few words are not worth a mark that they are left out. */
const few = 2;
/** More words than these of a difference itself are not shown. */
const most = 40;

type Text = string | undefined;

/** Two versions of a text, cut down to where they differ. */
export function cutTexts(before: Text, after: Text): readonly [Text, Text] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start++;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  const cut = (text: Text, words: readonly string[]): Text =>
    text === undefined ? undefined : cutWords(words, { start, end });
  return [cut(before, was), cut(after, is)];
}

const wordsOf = (text: Text): readonly string[] => (text === undefined ? [] : text.split(" "));

/** `start` and `end` words, at the beginning and at the end, are the same in the other version. */
function cutWords(
  words: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const from = start - around <= few ? 0 : start - around;
  const to = end - around <= few ? words.length : words.length - end + around;
  const shown = words.slice(from, Math.min(to, from + around + most));
  const isCut = from + shown.length < words.length;
  return [...(from > 0 ? ["…"] : []), ...shown, ...(isCut ? ["…"] : [])].join(" ");
}
