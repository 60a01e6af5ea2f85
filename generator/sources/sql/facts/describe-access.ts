import type { EventTrigger, Publication, Rule } from "../catalogue/catalogue.ts";
import type { DefaultPrivilege, Definition, Role } from "../catalogue/standalone.ts";
import { describeGrants, describeRights } from "./describe-rights.ts";
import type { Described } from "./describe-table.ts";
import { relationName } from "./names.ts";

export const describeRole = ({ name, options, memberOf }: Role): Described<"role"> => ({
  title: name,
  attributes: { options, memberOf },
  uses: () => [],
});

/** `tables`, `functions in public of postgres` */
const defaultPrivilegeTitle = ({ creator, namespace, on }: DefaultPrivilege): string =>
  [
    on,
    namespace === undefined ? "" : `in ${namespace}`,
    creator === undefined ? "" : `of ${creator}`,
  ]
    .filter((part) => part !== "")
    .join(" ");

export function describeDefaultPrivilege(
  privilege: DefaultPrivilege,
): Described<"default-privilege"> {
  const { creator, namespace, on, grants } = privilege;
  return {
    title: defaultPrivilegeTitle(privilege),
    attributes: {
      on,
      grants: describeGrants(grants),
      ...(creator !== undefined && { creator }),
      ...(namespace !== undefined && { namespace }),
    },
    uses: () => [],
  };
}

export function describePublication(publication: Publication): Described<"publication"> {
  const { name, tables, namespaces, operations, known, created } = publication;
  const listed = tables === "all" ? [] : tables;
  return {
    title: name,
    attributes: {
      tables: tables === "all" ? "all" : listed.map(relationName),
      namespaces,
      operations,
      ...(!known && { external: true as const }),
      ...describeRights(publication),
    },
    uses: () =>
      listed.map((target) => ({
        role: "applies-to" as const,
        target,
        location: created.location,
      })),
  };
}

export function describeEventTrigger(trigger: EventTrigger): Described<"event-trigger"> {
  const { name, event, tags, routine, enabled, uses } = trigger;
  const schema = routine.schema === undefined ? "" : `${routine.schema}.`;
  return {
    title: name,
    attributes: {
      event,
      tags,
      function: schema + routine.name,
      ...(enabled && { enabled }),
      ...describeRights(trigger),
    },
    uses: () => uses,
  };
}

export function describeRule(rule: Rule): Described<"rule"> {
  const { relation, name, event, instead, definition, created } = rule;
  return {
    title: name,
    attributes: { table: relationName(relation), event, instead, definition },
    uses: () => [{ role: "applies-to", target: relation, location: created.location }],
  };
}

export function describeDefinition(definition: Definition): Described<"definition"> {
  const { name, namespace, definitionKind, text } = definition;
  return {
    title: namespace === undefined ? name : `${namespace}.${name}`,
    attributes: {
      kind: definitionKind,
      definition: text,
      ...(namespace !== undefined && { namespace }),
      ...describeRights(definition),
    },
    uses: () => [],
  };
}
