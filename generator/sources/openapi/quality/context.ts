import type { ApiRemark } from "#model/api/quality.ts";
import { type ItemId, itemId } from "#model/item.ts";
import type { DocumentNames } from "../names.ts";
import type { Node } from "../node.ts";
import type { ProjectFiles } from "../references/project-files.ts";

/** A document that the rules look at. */
export interface Looked {
  readonly names: DocumentNames;
  readonly files: ProjectFiles;
  readonly root: Node;
}

/** Says what one rule has to remark of a document. */
export type Rule = (looked: Looked) => readonly ApiRemark[];

export const apiId = ({ names }: Looked): ItemId => itemId("api", names.api);
