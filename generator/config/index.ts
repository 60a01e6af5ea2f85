/** Finds the settings and the templates, checks them against schemas/, completes and freezes them. */
export { loadSettings, type SettingsOverrides } from "./load-settings.ts";
export { loadTemplate, loadTemplates, loadWords, type TemplateFiles } from "./load-templates.ts";
export { packageVersion } from "./package-root.ts";
export { proposeSources, type ProposedSource } from "./propose/propose-sources.ts";
export { repositoryOf } from "./repository.ts";
