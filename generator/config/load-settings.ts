import { checkSchema, decodeText, type LocatedData, type Path, readData } from "#data/index.ts";
import { diagnose, type Diagnostic, outcome, type Outcome } from "#diagnostics/index.ts";
import type { Location } from "#model/location.ts";
import type { Language } from "#model/pages/page.ts";
import {
  type ProjectSettings,
  type RegionEntry,
  type Settings,
  type SourceEntry,
  type SourceName,
  sourceNames,
} from "#model/settings.ts";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { missingSettings } from "./missing-settings.ts";
import { packageRoot } from "./package-root.ts";
import { checkProjectNames } from "./project-names.ts";

/** What the command line and the environment say over the file. */
export interface SettingsOverrides {
  readonly asOf?: string;
  readonly versionLabel?: string;
}

type WrittenEntry = string | (Partial<SourceEntry> & Pick<SourceEntry, "path">);
type WrittenSources = Partial<Record<SourceName, readonly WrittenEntry[]>>;

/** `rastro.config.yaml` as a person writes it: everything is optional. */
interface WrittenSettings {
  readonly title?: string;
  readonly language?: Language;
  readonly languages?: readonly Language[];
  readonly asOf?: string;
  readonly strict?: boolean;
  readonly site?: WrittenSite;
  readonly check?: { readonly requireGates?: readonly string[]; readonly baseline?: string };
  readonly regions?: readonly (string | Pick<RegionEntry, "path" | "language">)[];
  readonly sources?: WrittenSources;
  readonly changelog?: WrittenChangelog;
  readonly findings?: boolean;
  readonly projects?: Readonly<Record<string, WrittenProject>>;
}

interface WrittenSite {
  readonly url?: string;
  readonly repository?: string;
  readonly published?: string;
  readonly redirects?: Readonly<Record<string, string>>;
  readonly versions?: readonly string[];
}

interface WrittenProject {
  readonly title?: string;
  readonly sources: WrittenSources;
  readonly changelog?: WrittenChangelog;
  readonly findings?: boolean;
}

type WrittenChangelog = string | { readonly file: string; readonly language?: Language };

/**
 * Reads and completes the settings; `undefined` when they cannot be used.
 * @param file path of the settings file, relative to the working directory
 */
export function loadSettings(
  file: string,
  overrides: SettingsOverrides = {},
): Outcome<Settings | undefined> {
  const path = resolve(file);
  const name = basename(path);
  if (!existsSync(path)) {
    return outcome(undefined, [missingSettings(file)]);
  }
  const { value: text, diagnostics: unreadable } = readSettingsText(path, name);
  if (text === undefined) return outcome(undefined, unreadable);
  const { value: data, diagnostics } = readData(text, name);
  if (diagnostics.length === 0 && (data.value ?? null) === null) {
    return outcome(undefined, [
      diagnose("config/empty", {}, { location: { file: name, line: 1 } }),
    ]);
  }
  const problems = diagnostics.length > 0 ? diagnostics : checkSettings(data);
  if (problems.length > 0) return outcome(undefined, problems);
  const written = (data.value ?? {}) as WrittenSettings;
  return outcome(complete(written, { root: dirname(path), overrides, locate: data.locate }));
}

function readSettingsText(path: string, name: string): Outcome<string | undefined> {
  try {
    return decodeText(readFileSync(path), name);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const location = { file: name };
    return outcome(undefined, [diagnose("config/unreadable", { reason }, { location })]);
  }
}

/** Read once: what checks by it is made for this object. */
let schema: object | undefined;

function checkSettings(data: LocatedData): readonly Diagnostic[] {
  const file = join(packageRoot, "schemas", "config.schema.json");
  schema ??= JSON.parse(readFileSync(file, "utf8")) as object;
  const problems = checkSchema(data, schema);
  return problems.length > 0 ? problems : checkProjectNames(data);
}

type Locate = LocatedData["locate"];

interface Surroundings {
  readonly root: string;
  readonly overrides: SettingsOverrides;
  readonly locate: Locate;
}

function complete(written: WrittenSettings, { root, overrides, locate }: Surroundings): Settings {
  const { title = basename(root), strict = false } = written;
  const asOf = overrides.asOf ?? written.asOf;
  return Object.freeze({
    root,
    title,
    languages: completeLanguages(written),
    projects: completeProjects(written, title, locate),
    strict,
    regions: completeRegions(written.regions ?? [], locate),
    ...(asOf !== undefined && { asOf }),
    ...(written.asOf !== undefined && { writtenAsOf: written.asOf }),
    ...completeSite(written, locate, overrides.versionLabel),
    requiredGates: completeGates(written, locate),
    ...(written.check?.baseline !== undefined && { baseline: written.check.baseline }),
  });
}

type SiteSettings = Pick<
  Settings,
  "siteUrl" | "repositoryUrl" | "published" | "redirects" | "versions" | "versionLabel"
>;

function completeSite(
  { site: { url, repository, published, redirects, versions = [] } = {} }: WrittenSettings,
  locate: Locate,
  versionLabel?: string,
): SiteSettings {
  const ends = /\/+$/;
  const below = versionLabel === undefined ? "" : `/${versionLabel}`;
  const at = (...path: Path): Location => locate(["site", ...path]);
  return {
    ...(url !== undefined && { siteUrl: url.replace(ends, "") + below }),
    ...(repository !== undefined && { repositoryUrl: repository.replace(ends, "") }),
    ...(published !== undefined && {
      published: { file: posix.normalize(published), location: at("published") },
    }),
    versions: versions.map((label, index) => ({
      label,
      location: at("versions", index),
    })),
    ...(versionLabel !== undefined && { versionLabel }),
    redirects: Object.entries(redirects ?? {}).map(([from, to]) => ({
      ...{ from, to },
      location: at("redirects", from),
    })),
  };
}

const completeGates = (
  { check }: WrittenSettings,
  locate: Locate,
): NonNullable<Settings["requiredGates"]> =>
  (check?.requireGates ?? []).map((name, index) => ({
    name,
    location: locate(["check", "requireGates", index]),
  }));

/** `language` comes first, wherever it stands in `languages`. */
function completeLanguages({
  language,
  languages = [],
}: WrittenSettings): readonly [Language, ...Language[]] {
  const first = language ?? languages[0] ?? "pt-BR";
  return [first, ...languages.filter((each) => each !== first)];
}

function completeProjects(
  written: WrittenSettings,
  title: string,
  locate: Locate,
): readonly ProjectSettings[] {
  const [language] = completeLanguages(written);
  const named = Object.entries(written.projects ?? {}).map(([name, project]) => {
    const within: Locate = (path) => locate(["projects", name, ...path]);
    return {
      name,
      title: project.title ?? name,
      sources: completeSources(project.sources, within),
      ...completeChangelog(project.changelog, language, within),
      ...(project.findings === true && { findings: within(["findings"]) }),
    };
  });
  if (written.sources === undefined && named.length > 0) return named;
  const unnamed = {
    name: "",
    title,
    sources: completeSources(written.sources ?? {}, locate),
    ...completeChangelog(written.changelog, language, locate),
    ...(written.findings === true && { findings: locate(["findings"]) }),
  };
  return [unnamed, ...named];
}

function completeChangelog(
  written: WrittenChangelog | undefined,
  language: Language,
  locate: Locate,
): Pick<ProjectSettings, "changelog"> {
  if (written === undefined) return {};
  const changelog = typeof written === "string" ? { file: written } : written;
  const file = posix.normalize(changelog.file);
  return { changelog: { language, ...changelog, file, location: locate(["changelog"]) } };
}

function completeSources(written: WrittenSources, locate: Locate): ProjectSettings["sources"] {
  const completed = sourceNames.map((name) => [
    name,
    (written[name] ?? []).map((entry, index) =>
      completeEntry(entry, locate(["sources", name, index])),
    ),
  ]);
  return Object.fromEntries(completed) as Record<SourceName, SourceEntry[]>;
}

const completeRegions = (
  written: NonNullable<WrittenSettings["regions"]>,
  locate: Locate,
): Settings["regions"] =>
  written.map((entry, index) => ({
    ...(typeof entry === "string" ? {} : entry),
    ...completeEntry(entry, locate(["regions", index])),
  }));

function completeEntry(entry: WrittenEntry, location: Location): SourceEntry {
  const { path, ...options } = typeof entry === "string" ? { path: entry } : entry;
  return { foreign: false, ...options, path: posix.normalize(path.replace(/\/+$/, "")), location };
}
