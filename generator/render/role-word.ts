import { linkRoles } from "#model/links/link-role.ts";
import type { Words } from "./view.ts";

const known: ReadonlySet<string> = new Set(
  Object.entries(linkRoles).flatMap(([name, { inverse }]) => [name, inverse]),
);

/** A role, or the inverse of one, in words; one that a project declares by its own name. */
export const roleWord = (words: Words, role: string): string =>
  known.has(role) ? words(`roles.${role}`) : role;
