import type { Operation } from "#model/api/items.ts";
import type { LinkText, PageContext } from "../../../view.ts";
import type { ApiLayout } from "../layout.ts";

/** Where the overview tells of a security scheme. */
export const securityAnchor = (order: number): string => `security-${String(order + 1)}`;

/** `bearer or key and other`, each name leading to what the overview says of it. */
export function securityParts(
  { security }: Operation,
  { api, index }: Pick<ApiLayout, "api" | "index">,
  context: PageContext,
): readonly (LinkText | string)[] {
  const { words } = context;
  const schemes = api.attributes.securitySchemes;
  const link = (name: string): LinkText => {
    const order = schemes.findIndex((scheme) => scheme.name === name);
    const page = context.linkPage(index, name);
    return order < 0
      ? { text: name }
      : { ...page, href: `${page.href ?? ""}#${securityAnchor(order)}` };
  };
  return security.flatMap((requirement, at) => {
    const or = at === 0 ? [] : [words("api.or")];
    if (requirement.length === 0) return [...or, words("api.no-security")];
    const parts = requirement.flatMap(({ scheme, scopes }, place) => [
      ...(place === 0 ? [] : [words("api.and")]),
      link(scheme),
      ...(scopes.length > 0 ? [`(${scopes.join(", ")})`] : []),
    ]);
    return [...or, ...parts];
  });
}
