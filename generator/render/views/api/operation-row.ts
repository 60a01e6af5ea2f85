import type { LinkText, PageContext } from "../../view.ts";
import type { OperationItem } from "./layout.ts";

/** One line of a list of operations. */
export interface OperationRow {
  readonly link: LinkText;
  readonly summary: string;
  readonly deprecated: boolean;
}

export const operationRow = (
  { id, attributes }: OperationItem,
  { link }: PageContext,
): OperationRow => ({
  link: link(id, `${attributes.method} ${attributes.path}`),
  summary: attributes.summary ?? "",
  deprecated: attributes.deprecated,
});
