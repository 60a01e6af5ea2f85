import { report } from "../context.ts";
import { type Command, dropPart } from "./command.ts";

export const dropConstraint: Command = ({ relation, command, context }) => {
  const found = relation.constraints.find(({ name }) => name === command.name);
  if (found) dropPart(found, command, context);
  else if (command.missing_ok !== true && !context.conditional) {
    const name = `${relation.name}.${command.name ?? ""}`;
    const args = { kind: "CONSTRAINT", name, needed: "DROP CONSTRAINT" };
    report(context, "sources/sql-missing-object", args);
  }
};

/** A constraint that was `NOT VALID` holds for all rows now. */
export const validateConstraint: Command = ({ relation, command }) => {
  const found = relation.constraints.find(({ name }) => name === command.name);
  if (found) found.rest = found.rest.replace(/\s*\bnot valid\b/i, "");
};

const timing =
  /\s*\b(?:(?:not\s+)?deferrable|initially\s+(?:deferred|immediate)|(?:not\s+)?enforced)\b/gi;

/** `ALTER CONSTRAINT name DEFERRABLE INITIALLY DEFERRED`: when it is checked. */
export const alterConstraint: Command = ({ relation, command, context, range }) => {
  const { def } = command;
  const name = def && "ATAlterConstraint" in def ? def.ATAlterConstraint.conname : undefined;
  const found = relation.constraints.find((each) => each.name === name);
  if (found === undefined) return;
  const { text, tokens } = context.clauses();
  const [first, last] = [tokens[range.from], tokens[range.to - 1]];
  const written = first && last ? text.slice(first.start, last.end) : "";
  const said = [...written.matchAll(timing)].map(([words]) => words.trim().replace(/\s+/g, " "));
  const rest = found.rest.replace(timing, "").trim();
  found.rest = [rest, ...said].filter((part) => part !== "").join(" ");
};
