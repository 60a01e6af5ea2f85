import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import type { GateResult } from "#model/evaluation.ts";
import type { Quorum } from "#model/evidence.ts";
import { type Item, itemName } from "#model/item.ts";
import { type AllowedSigners, isFor, readAllowedSigners } from "../signatures/allowed-signers.ts";

/** Why a gate can never be signed as its policy asks, and lines of the list that allow nobody. */
export function checkPolicy(gate: Item<"gate">, { trust }: GateResult): readonly Diagnostic[] {
  const { signatures } = gate.attributes;
  const reach = signatures.flatMap((row) => checkReach(gate, row));
  if (trust?.isKnown !== true) return reach;
  const { ref } = trust;
  const list = readAllowedSigners(trust.allowedSigners);
  return [
    ...reach,
    ...signatures.flatMap((row) => checkPrincipals(gate, row, { list, ref })),
    ...checkLines(gate, { list, ref }),
  ];
}

/** A role that needs more people than may sign for it. */
function checkReach(
  { id, location: own }: Item<"gate">,
  { role, min, principals, location = own }: Quorum,
): readonly Diagnostic[] {
  const known = new Set(principals).size;
  if (known >= min) return [];
  const args = { gate: itemName(id), role, needed: min, known };
  // A plan may say who signs before anybody has a key.
  const severity = known === 0 ? "info" : "warning";
  return [diagnose("evaluate/quorum-out-of-reach", args, { location, severity })];
}

interface TrustedList {
  readonly list: AllowedSigners;
  readonly ref: string;
}

function checkPrincipals(
  { location: own }: Item<"gate">,
  { principals, location = own }: Quorum,
  { list: { signers }, ref }: TrustedList,
): readonly Diagnostic[] {
  const names = signers.flatMap((signer) => signer.principals);
  return principals
    .filter((principal) => !signers.some((signer) => isFor(signer, principal)))
    .map((principal) => {
      const suggestions = suggest(principal, names);
      return diagnose("evaluate/signer-without-key", { principal, ref }, { location, suggestions });
    });
}

function checkLines(
  { location }: Item<"gate">,
  { list: { unreadable }, ref }: TrustedList,
): readonly Diagnostic[] {
  const file = location.file.replace(/[^/]+$/, "allowed_signers");
  return unreadable.map(({ line, why }) =>
    diagnose("evaluate/signer-not-understood", { why, ref }, { location: { file, line } }),
  );
}
