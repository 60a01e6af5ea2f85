import type { Gate } from "#model/evidence.ts";
import type { QuorumResult, SignatureResult } from "#model/programme/sign-off.ts";

/** How many signatures of each role are there, and which of them nobody needed. */
export interface Quorum {
  readonly roles: readonly QuorumResult[];
  readonly signatures: readonly SignatureResult[];
  readonly isComplete: boolean;
  /** A role with a veto said NO-GO. */
  readonly isVetoed: boolean;
}

/**
 * Counts people, not signatures: whoever shares a key or a name with another is the same one, fills
 * one place, and fills none after a NO-GO. Places are given so that as many as possible are filled.
 */
export function countQuorum(
  gate: Pick<Gate, "signatures">,
  signatures: readonly SignatureResult[],
): Quorum {
  const people = peopleOf(signatures.filter(({ isGenuine }) => isGenuine));
  const willing = people.filter((own) => own.every(({ reason }) => reason !== "no-go"));
  // What is required first: a place that may stay empty takes nobody away.
  const places = gate.signatures
    .flatMap(({ role, min, required }) => Array.from({ length: min }, () => ({ role, required })))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
  const taken = fillPlaces(
    places.map(({ role }) => role),
    willing,
  );
  const used = new Set(taken);
  const roles = gate.signatures.map(({ role, min, required, veto, notAuthors }): QuorumResult => {
    const counted = taken.filter((signature) => signature?.role === role).length;
    return { role, needed: min, counted, required, veto, notAuthors };
  });
  const noGo = signatures.filter(({ reason }) => reason === "no-go");
  return {
    roles,
    signatures: signatures.map((each) =>
      each.reason === "counts" && !used.has(each) ? { ...each, reason: "counted-already" } : each,
    ),
    isComplete: roles.every(({ needed, counted, required }) => !required || counted >= needed),
    isVetoed: noGo.some(({ role }) => gate.signatures.some((row) => row.role === role && row.veto)),
  };
}

type Person = readonly SignatureResult[];

/** Signatures that share a key or a principal, also through a third one, are one person's. */
function peopleOf(signatures: readonly SignatureResult[]): readonly Person[] {
  return signatures.reduce<readonly Person[]>((people, signature) => {
    const isSame = (other: SignatureResult): boolean =>
      other.principal === signature.principal || other.fingerprint === signature.fingerprint;
    const own = people.filter((person) => person.some(isSame));
    const others = people.filter((person) => !person.some(isSame));
    return [...others, [...own.flat(), signature]];
  }, []);
}

/** The signature in each place, found by augmenting paths (Kuhn's algorithm). */
function fillPlaces(
  roles: readonly string[],
  people: readonly Person[],
): readonly (SignatureResult | undefined)[] {
  const holders: (Person | undefined)[] = roles.map(() => undefined);
  const signed = (person: Person, place: number): SignatureResult | undefined =>
    person.find(({ role, reason }) => role === roles[place] && reason === "counts");
  const seat = (place: number, tried: Set<Person>): boolean =>
    people.some((person) => {
      if (tried.has(person) || signed(person, place) === undefined) return false;
      tried.add(person);
      const current = holders.indexOf(person);
      if (current >= 0 && !seat(current, tried)) return false;
      holders[place] = person;
      return true;
    });
  for (const place of roles.keys()) seat(place, new Set());
  return holders.map((person, place) => person && signed(person, place));
}
