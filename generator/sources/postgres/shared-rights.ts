import { byDefault, type ComparedFacts } from "#model/schema/compared.ts";
import { defaultRightsQuery, rightsQuery } from "./catalogue/rights.ts";
import { readObject, type ServerObject } from "./read-catalogue.ts";
import type { Row, Server } from "./server.ts";

/**
 * What some roles may do, on a server that others use too: whose objects are and what other roles
 * may do is not for one project to say. What the server grants by itself is marked.
 */
export async function withRightsOf(
  roles: ReadonlySet<string>,
  objects: readonly ServerObject[],
  server: Server,
): Promise<readonly ServerObject[]> {
  const defaults = await server.query(defaultRightsQuery);
  const rights = new Map(
    (await server.query(rightsQuery)).map((row) => {
      const object = readObject(row);
      return [`${object.kind} ${object.name}`, rightsOf(object, roles, defaults)] as const;
    }),
  );
  return objects.map((object) => {
    const facts = rights.get(`${object.kind} ${object.name}`);
    return facts === undefined ? object : { ...object, facts: { ...object.facts, ...facts } };
  });
}

function rightsOf(
  { kind, name, facts }: ServerObject,
  roles: ReadonlySet<string>,
  defaults: readonly Row[],
): ComparedFacts {
  const given = new Set(
    defaults
      .filter(({ kinds }) => String(kinds).split(" ").includes(kind))
      .filter(({ creator }) => creator === facts["owner"])
      .filter(({ schema }) => typeof schema !== "string" || name.startsWith(`${schema}.`))
      .map((row) => String(row["given"])),
  );
  const ofRoles = (written: ComparedFacts[string]): readonly string[] =>
    (Array.isArray(written) ? (written as readonly string[]) : [])
      .filter((each) => roles.has(each.split(" ", 1)[0] ?? ""))
      .map((each) => (given.has(each) ? byDefault + each : each));
  return { grants: ofRoles(facts["grants"]), "column grants": ofRoles(facts["column grants"]) };
}
