import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { formatProposal, proposeSources } from "./propose/propose-sources.ts";

/**
 * Says that there are no settings, and what to do: go where some are, or begin with what is here.
 * @param file path of the settings file, relative to the working directory
 */
export function missingSettings(file: string): Diagnostic {
  const folder = dirname(resolve(file));
  const above = settingsAbove(dirname(folder), basename(file));
  const proposal = above === undefined ? formatProposal(proposeSources(folder)) : "";
  return diagnose("config/not-found", {
    file,
    above: above === undefined ? "" : relative("", above),
    proposal,
  });
}

function settingsAbove(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? undefined : settingsAbove(dirname(folder), name);
}
