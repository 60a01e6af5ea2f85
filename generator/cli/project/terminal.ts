import type { Language } from "#model/pages/page.ts";
import type { Arguments } from "../command.ts";
import { terminalLanguage } from "../texts.ts";

/** The language for a run that never came to be. */
export const languageWithoutSettings = (args: Arguments): Language =>
  args.lang ?? terminalLanguage(process.env);
