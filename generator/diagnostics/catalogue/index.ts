import { apiLintCatalogue } from "./api-lint/index.ts";
import { configCatalogue } from "./config.ts";
import { dataCatalogue } from "./data.ts";
import type { Entry } from "./entry.ts";
import { evaluateCatalogue } from "./evaluate.ts";
import { gatesCatalogue } from "./gates/index.ts";
import { gitCatalogue } from "./sources/git.ts";
import { graphCatalogue } from "./graph.ts";
import { linksCatalogue } from "./links/index.ts";
import { textCatalogue } from "./input/text.ts";
import { yamlCatalogue } from "./input/yaml.ts";
import { matricesCatalogue } from "./matrices.ts";
import { markdownCatalogue } from "./markdown.ts";
import { openapiCatalogue } from "./sources/openapi.ts";
import { openapiReferencesCatalogue } from "./sources/openapi-references.ts";
import { pagesCatalogue } from "./pages.ts";
import { programmeCatalogue } from "./sources/programme.ts";
import { publishCatalogue } from "./output/publish.ts";
import { regionsCatalogue } from "./output/regions.ts";
import { changelogFileCatalogue } from "./output/changelog-file.ts";
import { verifyCatalogue } from "./output/verify.ts";
import { renderCatalogue } from "./render.ts";
import { requirementsCatalogue } from "./sources/requirements.ts";
import { schemaLintCatalogue } from "./schema-lint/index.ts";
import { sourcesCatalogue } from "./sources/sources.ts";
import { sqlFilesCatalogue } from "./sources/sql-files.ts";
import { sqlLinksCatalogue } from "./sources/sql-links.ts";
import { sqlCatalogue } from "./sources/sql.ts";
import { sqlProofCatalogue } from "./sources/sql-proof.ts";
import { sqlRefusalsCatalogue } from "./sources/sql-refusals.ts";
import { templateCatalogue } from "./template.ts";
import { testsCatalogue } from "./sources/tests.ts";
import { traceCoverageCatalogue } from "./trace/coverage.ts";
import { traceLinksCatalogue } from "./trace/links.ts";
import { traceReviewsCatalogue } from "./trace/reviews.ts";
import { typescriptCatalogue } from "./sources/typescript.ts";

/** Every code that rastro can print: `<room>/<what-is-wrong>`, never reused. */
export const catalogue = {
  ...apiLintCatalogue,
  ...changelogFileCatalogue,
  ...configCatalogue,
  ...dataCatalogue,
  ...evaluateCatalogue,
  ...gatesCatalogue,
  ...gitCatalogue,
  ...graphCatalogue,
  ...linksCatalogue,
  ...markdownCatalogue,
  ...matricesCatalogue,
  ...openapiCatalogue,
  ...openapiReferencesCatalogue,
  ...pagesCatalogue,
  ...programmeCatalogue,
  ...publishCatalogue,
  ...regionsCatalogue,
  ...renderCatalogue,
  ...requirementsCatalogue,
  ...schemaLintCatalogue,
  ...sourcesCatalogue,
  ...sqlCatalogue,
  ...sqlFilesCatalogue,
  ...sqlLinksCatalogue,
  ...sqlProofCatalogue,
  ...sqlRefusalsCatalogue,
  ...templateCatalogue,
  ...testsCatalogue,
  ...textCatalogue,
  ...traceCoverageCatalogue,
  ...traceLinksCatalogue,
  ...traceReviewsCatalogue,
  ...typescriptCatalogue,
  ...verifyCatalogue,
  ...yamlCatalogue,
};

export type DiagnosticCode = keyof typeof catalogue;

export type DiagnosticArguments<Code extends DiagnosticCode> =
  (typeof catalogue)[Code] extends Entry<infer Args> ? Args : never;
