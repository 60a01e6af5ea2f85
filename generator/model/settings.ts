import type { ForgeKind } from "./history.ts";
import type { Location } from "./location.ts";
import type { Language } from "./pages/page.ts";
import type { DeclaredRedirect } from "./links/redirect.ts";

export const sourceNames = [
  "openapi",
  "sql",
  "git",
  "typescript",
  "programme",
  "requirements",
  "tests",
  "pages",
] as const;
export type SourceName = (typeof sourceNames)[number];

/** One entry under a source: a path or glob relative to the settings file, and its options. */
export interface SourceEntry
  extends SqlOptions, GitOptions, OpenapiOptions, TypeScriptOptions, RequirementsOptions {
  readonly path: string;
  /** Somebody else's: rendered whole, its defects are warnings. */
  readonly foreign: boolean;
  /** Where the settings name it. */
  readonly location?: Location;
}

/** The tools whose files of requirements are read. */
export const requirementsFormats = [
  "strictdoc",
  "openfasttrace",
  "doorstop",
  "sphinx-needs",
  "reqif",
] as const;
export type RequirementsFormat = (typeof requirementsFormats)[number];

/** What the settings say about requirements and their files do not. */
interface RequirementsOptions {
  /** The tool that wrote the files; told by the files themselves when absent. */
  readonly format?: RequirementsFormat;
  /** The type of all items of the files; theirs when absent. */
  readonly type?: string;
}

/** One entry under `regions`. */
export interface RegionEntry extends SourceEntry {
  /** Of what is made there; the first language when absent. */
  readonly language?: Language;
}

/** What the settings say about migrations and their files do not. */
interface SqlOptions {
  /** Where names without a schema lead, until a file says otherwise; `public` when absent. */
  readonly searchPath?: readonly string[];
  /** Schemas that an API shows to strangers; `public` when no entry says. */
  readonly exposed?: readonly string[];
  /** What stands for each placeholder: the whole of it, or the name inside `:…`, `${…}`, `{{…}}`. */
  readonly placeholders?: Readonly<Record<string, string>>;
  /** Whether the server offers the extensions that guards ask for; it does when absent. */
  readonly extensions?: "present" | "absent";
}

/** What the settings say about code. */
interface TypeScriptOptions {
  /** The package there, or every package of its workspace, by its entry points. */
  readonly packages?: boolean;
}

/** What the settings say about documents and they do not. */
interface OpenapiOptions {
  /** The site that its texts were written for: links without a host lead there. */
  readonly links?: string;
}

/** What the settings say about a history and git does not. */
interface GitOptions {
  /** Commits that touch nothing else are kept out of the changelog, and counted. */
  readonly exclude?: readonly string[];
  /** Home of the repository on the web; what the remote `origin` says when absent. */
  readonly url?: string;
  /** Of which kind its forge is; told by the host's name when absent. */
  readonly forge?: ForgeKind;
}

/** A committed file of the project that rastro keeps current. */
export interface CommittedChangelog {
  /** Relative to the settings. */
  readonly file: string;
  readonly language: Language;
  /** Where the settings name it. */
  readonly location?: Location;
}

export interface ProjectSettings {
  /** Empty for the one unnamed project, else the folder of its output. */
  readonly name: string;
  readonly title: string;
  readonly sources: Readonly<Record<SourceName, readonly SourceEntry[]>>;
  /** Its `CHANGELOG.md`, when rastro keeps one. */
  readonly changelog?: CommittedChangelog;
  /** Where the settings ask for pages that explain the findings of rastro. */
  readonly findings?: Location;
}

/** A version of the documentation that lies beside the current one. */
export interface KeptVersion {
  readonly label: string;
  readonly location: Location;
}

/** Complete settings: every default filled in, frozen, plain JSON. */
export interface Settings {
  /** Absolute; everything read lies inside it. The only absolute path anywhere. */
  readonly root: string;
  readonly title: string;
  /** The first language lies at the root of the output. */
  readonly languages: readonly [Language, ...Language[]];
  readonly projects: readonly ProjectSettings[];
  /** ISO date or date-time that counts as today; absent: the date of the last commit. */
  readonly asOf?: string;
  /** The date as the settings have it, whatever the command line says. */
  readonly writtenAsOf?: string;
  /** Committed files whose regions are kept current. */
  readonly regions: readonly RegionEntry[];
  /** The migration after which the schema is shown; the newest one when absent. */
  readonly schemaAt?: string;
  /** Without a trailing `/`; absolute addresses are made only when it is set. */
  readonly siteUrl?: string;
  /** Where the files of the project can be seen and edited, without a trailing `/`. */
  readonly repositoryUrl?: string;
  /** The versions that are kept beside the current one. */
  readonly versions?: readonly KeptVersion[];
  /** What the version is called that is made to be kept; absent for the current one. */
  readonly versionLabel?: string;
  /** The inventory of the site that readers have now, whose addresses are kept. */
  readonly published?: { readonly file: string; readonly location: Location };
  /** Addresses of the site that lead elsewhere. */
  readonly redirects?: readonly DeclaredRedirect[];
  /** Warnings are errors. */
  readonly strict: boolean;
  /** The file that lists findings known before, relative to `root`. */
  readonly baseline?: string;
  /** Gates, by id or `project:id`, without whose GO no run succeeds. */
  readonly requiredGates?: readonly { readonly name: string; readonly location: Location }[];
}
