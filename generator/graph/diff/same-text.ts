/** What must stay as it is: strings and quoted names. Everything else reads the same in any case. */
const part = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\s+|[^'"\s]+|['"]/g;

/** A text of SQL without what does not change its meaning: white space and the case of words. */
const canonical = (text: string): string =>
  text
    .replace(part, (each) => (/^['"]/.test(each) ? each : each.replace(/\s+/g, " ").toLowerCase()))
    .replace(/ ?([(),;=<>]) ?/g, "$1")
    .trim();

const lines = (text: string): string => text.replaceAll("\r\n", "\n").trim();

/** Whether two values of an attribute say the same. A body is text of its own language: to the letter. */
export function sameValue(name: string, before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (typeof before === "string" && typeof after === "string") {
    return name === "body"
      ? lines(before) === lines(after)
      : canonical(before) === canonical(after);
  }
  return canonicalJson(before) === canonicalJson(after);
}

const canonicalJson = (value: unknown): string =>
  value === undefined
    ? ""
    : JSON.stringify(value, (_, each: unknown) =>
        typeof each === "string" ? canonical(each) : each,
      );
