import { itemsOf } from "#model/graph.ts";
import { rule } from "../rule.ts";

/** What a domain asks of its values is hard to change once tables use it. */
export const domainWithConstraint = rule("evaluate/schema-domain-with-constraint", ({ graph }) =>
  itemsOf(graph, "type")
    .filter(({ attributes: { kind } }) => kind === "domain")
    .flatMap((item) => {
      const [first] = item.attributes.labels.filter((label) =>
        /^(?:constraint|check|not\s+null)\b/i.test(label),
      );
      return first === undefined ? [] : [{ item, args: { domain: item.title, constraint: first } }];
    }),
);
