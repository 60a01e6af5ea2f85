/** Templates: Handlebars Markdown in which every value is escaped for the place where it stands. */
export { compileTemplate, type Template, type TemplateSource } from "./compile-template.ts";
