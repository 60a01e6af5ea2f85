import type { GateResult } from "#model/evaluation.ts";
import { type Item, itemName } from "#model/item.ts";
import type { SignatureResult } from "#model/programme/sign-off.ts";
import type { PageContext } from "../../../view.ts";
import { linkTo, named, nothing, orNothing } from "./text.ts";

const slug = (text: string): string => text.replaceAll(" ", "-");

/** Everything about a gate that is neither its criteria nor its blockers: what was decided, by whom. */
export const decisionParts = (context: PageContext, gate: Item<"gate">, result: GateResult) => ({
  because: result.because.map((reason) => context.words(`gates.because-${reason}`)),
  requires: result.requires.map(({ name, item, result: found }) => ({
    link: item ? linkTo(context, item) : { text: name },
    state: context.words(`gates.requirement-${slug(found)}`),
  })),
  waivers: result.waivers.map((waiver) => waiverRow(context, gate, waiver)),
  quorum: gate.attributes.signatures.map((row, index) =>
    quorumRow(context, gate, { row, found: result.signOff.quorum[index] }),
  ),
  ...signedParts(context, result),
  trust: trustLine(context, result),
  policyDiffers: result.policyDiffers,
  verify: `rastro gate verify ${itemName(gate.id)}`,
});

function waiverRow(
  context: PageContext,
  gate: Item<"gate">,
  {
    criterion,
    item,
    reason,
    owner,
    expires,
    ticket,
    daysLeft,
    state,
  }: GateResult["waivers"][number],
) {
  return {
    criterion: item ? linkTo(context, item) : { text: criterion },
    reason: ticket === undefined ? reason : `${reason} (${ticket})`,
    owner: named(context, gate, owner),
    expires: [
      context.format.date(expires),
      ...(daysLeft === undefined ? [] : [`(${context.words("gates.days", { n: daysLeft })})`]),
    ].join(" "),
    state: context.words(`gates.waiver-${state}`),
  };
}

interface QuorumRow {
  readonly row: Item<"gate">["attributes"]["signatures"][number];
  readonly found: GateResult["signOff"]["quorum"][number] | undefined;
}

function quorumRow(context: PageContext, gate: Item<"gate">, { row, found }: QuorumRow) {
  const { role, min, required, veto, notAuthors } = row;
  const counted = found?.counted ?? 0;
  const missing = Math.max(0, min - counted);
  const rules = [
    ...(required ? [] : [context.words("gates.rule-optional")]),
    ...(veto ? [context.words("gates.rule-veto")] : []),
    ...(notAuthors ? [context.words("gates.rule-not-authors")] : []),
  ];
  return {
    role: named(context, gate, role),
    ...{ needed: min, verified: counted, missing: required ? missing : nothing },
    rules: rules.length > 0 ? rules.join("; ") : nothing,
  };
}

function signedParts(context: PageContext, { signOff }: GateResult) {
  const { words } = context;
  const { state, fault, sequence, digest, changes, signatures } = signOff;
  return {
    state: words(`gates.state-${state}`),
    fault: fault ? words(`gates.fault-${fault}`) : "",
    isSigned: sequence !== undefined,
    sequence: sequence ?? 0,
    digest: digest ?? "",
    changes: (["added", "changed", "removed"] as const).flatMap((kind) =>
      changes[kind].map((path) => ({ kind: words(`gates.file-${kind}`), path })),
    ),
    signed: signatures.map((each) => signatureRow(context, each)),
    ...scopeParts(context, signOff),
  };
}

/** In numbers, what a statement is about; nothing of one that cannot be read. */
function scopeParts({ words }: PageContext, { scope, handOver }: GateResult["signOff"]) {
  const { since, ...counts } = scope ?? {};
  const { sequence = 0, ...changed } = since ?? {};
  return {
    scope: scope ? words("gates.scope", counts) : "",
    scopeSince: since ? words("gates.scope-since", { n: sequence, ...changed }) : "",
    handOverWhy: handOver ? words("gates.hand-over-why", { n: handOver.sequence }) : "",
    handOver: (handOver?.quorum ?? []).map(({ role, needed, counted }) => ({
      ...{ role, needed, verified: counted },
      missing: Math.max(0, needed - counted),
    })),
  };
}

function signatureRow({ words, format }: PageContext, signature: SignatureResult) {
  const { role, principal, decision, fingerprint, reason, conditions, comment } = signature;
  const { signedAt, anchoredAt } = signature;
  const said = [...conditions, ...(comment === undefined ? [] : [comment])];
  return {
    role: orNothing(role),
    principal: orNothing(principal),
    decision: orNothing(decision),
    key: orNothing(fingerprint),
    claimed: [
      signedAt === undefined ? nothing : format.moment(signedAt),
      ...(anchoredAt === undefined
        ? []
        : [words("gates.anchored", { date: format.moment(anchoredAt) })]),
    ].join("; "),
    result: `${["counts", "hands-over"].includes(reason) ? "✔" : "✘"} ${words(`gates.signature-${reason}`)}`,
    said: said.length > 0 ? said.join("; ") : nothing,
  };
}

/** Only what does not change while nobody decides: the ref, and not its commit. */
function trustLine({ words }: PageContext, { trust }: GateResult): string {
  if (trust === undefined) return words("gates.trust-not-asked");
  return trust.isKnown
    ? words("gates.trust-known", { ref: trust.ref })
    : words(`gates.trust-${trust.why}`);
}
