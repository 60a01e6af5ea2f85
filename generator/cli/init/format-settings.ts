import type { ProposedSource } from "#config/index.ts";
import type { Language } from "#model/pages/page.ts";
import { stringify } from "yaml";
import { initTexts } from "./texts.ts";

interface NewSettings {
  readonly title: string;
  readonly language: Language;
  readonly sources: readonly ProposedSource[];
  /** Where editors find what the settings may say. */
  readonly schema: string | undefined;
}

/** Settings as a person would write them, each source with a word about it. */
export function formatSettings({ title, language, sources, schema }: NewSettings): string {
  const texts = initTexts[language];
  const lines = [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `# ${texts.about}`,
    `title: ${scalar(title)}`,
    `language: ${language}`,
    "sources:",
    ...sources.flatMap((source) => sourceLines(source, language)),
  ];
  return `${lines.join("\n")}\n`;
}

function sourceLines(
  { name, paths, others }: ProposedSource,
  language: Language,
): readonly string[] {
  const texts = initTexts[language];
  const rest = name === "sql" ? texts.otherSql : texts.others;
  return [
    `  # ${texts.sources[name] ?? name}`,
    `  ${name}:`,
    ...paths.map((path) => `    - ${scalar(path)}`),
    ...(others.length === 0 ? [] : [`    # ${rest}`]),
    ...others.slice(0, mostOthers).map((path) => `    # - ${scalar(path)}`),
    ...(others.length > mostOthers ? [`    # … +${String(others.length - mostOthers)}`] : []),
  ];
}

/** A list of examples, not an inventory. */
const mostOthers = 10;

/** On one line, whatever it holds. */
const scalar = (text: string): string =>
  /\p{Cc}/u.test(text) ? JSON.stringify(text) : stringify(text, { lineWidth: 0 }).trimEnd();
