import type { ApiRemark } from "#model/api/quality.ts";
import type { NamedOperation } from "../names.ts";
import {
  child,
  elementsOf,
  fieldsOf,
  keyLocationOf,
  locationOf,
  type Node,
  textOf,
} from "../node.ts";
import { follow } from "../references/survey.ts";
import { parametersOf } from "../versions/read-parameters.ts";
import { apiId, type Looked, type Rule } from "./context.ts";

const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);

/** What a path names and no parameter describes, and the other way round. */
export const pathParameters: Rule = ({ names, files }) =>
  names.operations
    .filter(({ operation }) => !operation.webhook)
    .flatMap((named) => {
      const { path } = named.operation;
      const described = parametersOf(named.operation, files).filter(
        (each) => textOf(each, "in") === "path",
      );
      const known = new Set(described.map((each) => textOf(each, "name") ?? ""));
      const wanted = new Set(namesIn(path));
      return [
        ...[...wanted]
          .filter((name) => !known.has(name))
          .map((name) => remarkOn(named, "path-parameter-missing", { name, path })),
        ...described.flatMap((each) => {
          const name = textOf(each, "name") ?? "";
          const place = child(each, "name") ?? each;
          if (wanted.has(name)) return [];
          return [remarkOn(named, "path-parameter-extra", { name, path }, place)];
        }),
      ];
    });

function remarkOn(
  { id, operation }: NamedOperation,
  rule: ApiRemark["rule"],
  ...[args, place]: readonly [args: ApiRemark["args"], place?: Node]
): ApiRemark {
  const location = place ? locationOf(place) : keyLocationOf(operation.node);
  return { rule, item: id, location, args };
}

/** Two paths that differ only in the names of their parameters are one address. */
export const ambiguousPaths: Rule = (looked) => {
  const first = new Map<string, string>();
  return fieldsOf(child(looked.root, "paths")).flatMap(([path, node]) => {
    if (!path.startsWith("/")) return [];
    const address = path.replace(/\{[^{}]*\}/g, "{}");
    const other = first.get(address);
    if (other === undefined) first.set(address, path);
    const args = { path, other: other ?? "" };
    const remark = { rule: "path-ambiguous", item: apiId(looked), args } as const;
    return other === undefined ? [] : [{ ...remark, location: keyLocationOf(node) }];
  });
};

/** One list may name a parameter once. */
export const duplicateParameters: Rule = (looked) =>
  looked.names.operations.flatMap(({ id, operation }) =>
    repeatedIn(operation.node, looked).map(({ name, place, node }) => ({
      rule: "parameter-duplicate",
      item: id,
      location: locationOf(node),
      args: { name, place },
    })),
  );

function repeatedIn(owner: Node, { files }: Looked) {
  const seen = new Set<string>();
  return elementsOf(child(owner, "parameters")).flatMap((node) => {
    const parameter = follow(node, files);
    const [place, name] = [textOf(parameter, "in") ?? "", textOf(parameter, "name") ?? ""];
    const isNew = !seen.has(`${place} ${name}`);
    seen.add(`${place} ${name}`);
    return isNew || parameter === undefined ? [] : [{ name, place, node }];
  });
}
