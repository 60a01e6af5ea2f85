import { outcome, type Outcome } from "#diagnostics/index.ts";
import { type Fact, lockFact, policyFact } from "#model/fact.ts";
import { type LinkRole, linkRoles, type RoleTraits } from "#model/links/link-role.ts";
import {
  type ItemQuery,
  traceProfiles,
  type TraceRole,
  type TraceRule,
  type TraceType,
} from "#model/trace/policy.ts";
import { clausesOf, whereOf } from "./nouns/requirement.ts";
import {
  choiceOf,
  type DataFile,
  type DataRecord,
  known,
  numberOf,
  placeOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "./record.ts";
import { readLock } from "./trace-lock.ts";

/** What a file declares about tracing, and the reviews that it names. */
export function readTraceability(root: string, file: DataFile): Outcome<readonly Fact[]> {
  const record = recordAt(file, ["traceability"]);
  if (record === undefined) return outcome([]);
  const policy = policyFact({
    types: recordsOf(record, "types").map(typeOf),
    roles: recordsOf(record, "roles").map(roleOf),
    rules: recordsOf(record, "rules").map(ruleOf),
    ...known({
      profile: traceProfiles.find((profile) => profile === record.value["profile"]),
      severity: recordAt(file, ["traceability", "severity"])?.value,
    }),
  });
  const path = textOf(record, "lock");
  if (path === undefined) return outcome([policy]);
  const { value: lock, diagnostics } = readLock(root, path, placeOf(record, "lock"));
  return outcome([policy, ...(lock ? [lockFact(lock)] : [])], diagnostics);
}

const orNone = (list: readonly string[]): readonly string[] | undefined =>
  list.length > 0 ? list : undefined;

const typeOf = (record: DataRecord): TraceType => ({
  name: textOf(record, "name") ?? "",
  ...known({
    normative: orNone(textsOf(record, "normative")),
    needs: "needs" in record.value ? clausesOf(record) : undefined,
    evidence: flagOf(record, "evidence"),
    tracesTo: orNone(textsOf(record, "traces-to")),
  }),
});

function flagOf(record: DataRecord, key: string): boolean | undefined {
  const value = record.value[key];
  return typeof value === "boolean" ? value : undefined;
}

/** What it does not say, the role that it is like says. */
function roleOf(record: DataRecord): TraceRole {
  const name = textOf(record, "name") ?? "";
  const written = textOf(record, "like") ?? "";
  const like = Object.hasOwn(linkRoles, written) ? (written as LinkRole) : "refers-to";
  const { inverse, ...traits }: RoleTraits & { readonly inverse: string } = linkRoles[like];
  return {
    ...traits,
    name,
    like,
    inverse: textOf(record, "inverse") ?? inverse,
    ...known({
      fromTypes: orNone(textsOf(record, "from-types")),
      toTypes: orNone(textsOf(record, "to-types")),
      countsAsCoverage: flagOf(record, "counts-as-coverage"),
      strength: (["strong", "weak"] as const).find((each) => each === record.value["strength"]),
      suspect: (["up", "down", "both", "none"] as const).find(
        (each) => each === record.value["suspect"],
      ),
    }),
  };
}

const ruleOf = (record: DataRecord): TraceRule => ({
  id: textOf(record, "id") ?? "",
  of: queryOf(record, "of"),
  to: queryOf(record, "to"),
  direction: choiceOf(record, "direction", ["in", "out"]),
  severity: choiceOf(record, "severity", ["error", "warning", "info"]),
  location: placeOf(record),
  ...known({
    roles: orNone(textsOf(record, "roles")),
    min: numberOf(record, "min"),
    max: numberOf(record, "max"),
    depth: record.value["depth"] === "any" ? 0 : numberOf(record, "depth"),
    hint: textOf(record, "hint"),
  }),
});

function queryOf(record: DataRecord, key: string): ItemQuery {
  const query = recordAt(record.file, [...record.path, key]);
  if (query === undefined) return {};
  return known({ types: orNone(textsOf(query, "types")), where: whereOf(query) });
}
