import { loadSettings } from "#config/index.ts";
import { type Diagnostic, hasErrors } from "#diagnostics/index.ts";
import { type Arguments, UsageError } from "../command.ts";
import { terminalLanguage } from "../texts.ts";
import type { VersionContext } from "./read-version.ts";
import { diffTexts } from "./texts.ts";

/** The settings, where there are any: files can be compared without. */
export function contextOf(args: Arguments): VersionContext {
  const { value: settings, diagnostics } = loadSettings(args.config);
  const isBroken =
    hasErrors(diagnostics) && diagnostics.some(({ code }) => code !== "config/not-found");
  const fallback = args.lang ?? terminalLanguage(process.env);
  if (isBroken) throw new UsageError(diffTexts(fallback).unreadableSettings(args.config));
  const language = args.lang ?? settings?.languages[0] ?? fallback;
  return { language, ...(settings && { settings }) };
}

/** What is wrong with a source is for `check` to judge; here it says how far to trust the answer. */
export const soften = (each: Diagnostic): Diagnostic =>
  each.severity === "error" ? { ...each, severity: "warning" } : each;
