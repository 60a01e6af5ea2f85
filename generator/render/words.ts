import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";
import type { Words } from "./view.ts";

/** `{n}`, or `{n|item|items}`: one of two words, by the number. */
const hole = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The words of a language; a key without a word is reported once and printed as the key. */
export function wordsOf(
  language: Language,
  dictionary: Readonly<Record<string, string>>,
  report: (diagnostic: Diagnostic) => void,
): Words {
  const missing = new Set<string>();
  return (key, args = {}) => {
    const word = Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
    if (word === undefined && !missing.has(key)) {
      missing.add(key);
      const file = `templates/words/${language}/${key.split(".")[0] ?? ""}.json`;
      report(diagnose("render/missing-word", { key }, { location: { file } }));
    }
    const text = word ?? key;
    if (!text.includes("{")) return text;
    return text.replace(hole, (whole, ...found: readonly string[]) => {
      const [name = "", one, many] = found;
      if (!Object.hasOwn(args, name)) return whole;
      const value = String(args[name]);
      return (value === "1" ? one : many) ?? value;
    });
  };
}
