import { loadSettings } from "#config/index.ts";
import type { Outcome } from "#diagnostics/index.ts";
import type { Language } from "#model/pages/page.ts";
import type { Settings } from "#model/settings.ts";
import type { Arguments } from "../command.ts";
import { terminalLanguage } from "../texts.ts";

/** The settings, with the date that the command line or the environment gives. */
export function settingsFor(args: Arguments): Outcome<Settings | undefined> {
  const asOf = args.asOf ?? sourceDate(process.env["SOURCE_DATE_EPOCH"]);
  return loadSettings(args.config, asOf === undefined ? {} : { asOf });
}

/** The language for a run that never came to be. */
export const languageWithoutSettings = (args: Arguments): Language =>
  args.lang ?? terminalLanguage(process.env);

/** Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/) as ISO 8601. */
function sourceDate(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");
}
