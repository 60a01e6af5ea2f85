import { type Diagnostic, diagnose, outcome, type Outcome } from "#diagnostics/index.ts";
import type { ApiVersion } from "#model/api/version.ts";
import { dataFiles, listFiles, type SourceFile } from "../../files.ts";
import type { SourceRequest } from "../../source.ts";
import { isDocument, readDialect } from "../dialect.ts";
import { type Draft, findOperations } from "../draft.ts";
import { nameDocuments } from "../names.ts";
import { rootOf } from "../node.ts";
import { type ProjectFiles, projectFiles } from "../references/project-files.ts";
import { survey } from "../references/survey.ts";
import { apiVersion } from "./api-version.ts";

/** Every document that the request names, as far as it binds those who use it. */
export async function readApiVersions(
  request: SourceRequest,
): Promise<Outcome<readonly ApiVersion[]>> {
  const files = projectFiles(request.root);
  const listed = await listFiles(request, dataFiles);
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  for (const file of listed.value) {
    const { draft, doubts } = readDraft(file, files);
    diagnostics.push(...doubts);
    if (draft) drafts.push(draft);
  }
  if (drafts.length === 0 && diagnostics.length === 0) {
    const [file] = listed.value;
    const location = { file: file?.path ?? ".", line: 1 };
    diagnostics.push(diagnose("sources/openapi-not-a-document", {}, { location }));
  }
  return outcome(
    nameDocuments(drafts).map((names) => apiVersion(names, files)),
    diagnostics,
  );
}

/** A file that is no document may be a part of one. */
function readDraft(
  file: SourceFile,
  files: ProjectFiles,
): { readonly draft?: Draft; readonly doubts: readonly Diagnostic[] } {
  const { value: data, diagnostics } = files.open(file.path);
  if (data === undefined || !isDocument(data.value)) return { doubts: diagnostics };
  const root = rootOf(data);
  const { dialect, diagnostics: doubts } = readDialect(root);
  if (dialect === undefined) return { doubts };
  const operations = findOperations(root, dialect, files);
  const draft = { file, data, root, dialect, survey: survey(root, files), operations };
  return { draft, doubts };
}
