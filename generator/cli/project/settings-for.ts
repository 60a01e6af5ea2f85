import { loadSettings } from "#config/index.ts";
import type { Outcome } from "#diagnostics/index.ts";
import type { Settings } from "#model/settings.ts";
import { type Arguments, textOption, UsageError } from "../command.ts";
import { textsOf } from "../texts.ts";
import { languageWithoutSettings } from "./terminal.ts";

export { languageWithoutSettings } from "./terminal.ts";

/** The settings, with the date that the command line or the environment gives. */
export function settingsFor(args: Arguments): Outcome<Settings | undefined> {
  const asOf = args.asOf ?? sourceDate(process.env["SOURCE_DATE_EPOCH"]);
  return loadSettings(args.config, {
    ...(asOf !== undefined && { asOf }),
    ...versionLabelOf(args),
  });
}

/** Seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/) as ISO 8601. */
function sourceDate(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");
}

/** Begins like a number, so that no folder of the site is called so. */
const pattern = /^v?\d[A-Za-z0-9._-]{0,48}$/;

/** What the version is called that is made to be kept. */
function versionLabelOf(args: Arguments): { readonly versionLabel?: string } {
  const versionLabel = textOption(args, "version-label");
  if (versionLabel === undefined) return {};
  if (!pattern.test(versionLabel)) {
    throw new UsageError(textsOf(languageWithoutSettings(args)).versionLabel(versionLabel));
  }
  return { versionLabel };
}
