/** What says where something stands in a plan. */
export const planFields = ["part-of", "stage", "order", "start", "end", "date", "due"] as const;
export type PlanField = (typeof planFields)[number];

/** A commit that changed a plan, and what it says of it. */
export interface PlanReason {
  readonly hash: string;
  readonly subject: string;
}

/** One record of a plan, as one version of the data writes it. */
export interface PlannedRecord {
  /** Of its item. */
  readonly id: string;
  readonly title: string;
  /** Ids that it had before. */
  readonly formerly: readonly string[];
  readonly fields: Readonly<Partial<Record<PlanField, string>>>;
}

/** What became of one record of a plan. */
export interface PlanMove {
  readonly change: "added" | "removed" | "changed";
  readonly id: string;
  readonly title: string;
  /** Those that differ; of what was added or removed all that are written. */
  readonly fields: readonly {
    readonly name: PlanField;
    readonly before?: string;
    readonly after?: string;
  }[];
}

/** What moved in a plan since a version, each with the commits that moved it. */
export interface PlanChange {
  /** As it is written: a tag or a commit. */
  readonly since: string;
  readonly commit: string;
  readonly moves: readonly (PlanMove & {
    readonly reasons: readonly PlanReason[];
    /** Some of it stands in the working tree only. */
    readonly isUncommitted: boolean;
  })[];
}

type Plan = readonly PlannedRecord[];

/** What moved in the plan of a stage between two versions: in the stage, its phases and their parts. */
export function comparePlans(stage: string, before: Plan, after: Plan): readonly PlanMove[] {
  const scope = idsWithin(stage, [...before, ...after]);
  const old = new Map(before.filter(({ id }) => scope.has(id)).map((each) => [each.id, each]));
  const moves = after
    .filter(({ id }) => scope.has(id))
    .map((record) => {
      const known = [record.id, ...record.formerly].find((id) => old.has(id));
      const earlier = known === undefined ? undefined : old.get(known);
      if (known !== undefined) old.delete(known);
      return moveOf(record, {
        change: earlier ? "changed" : "added",
        was: earlier?.fields ?? {},
        is: record.fields,
      });
    });
  const removed = [...old.values()].map((record) =>
    moveOf(record, { change: "removed", was: record.fields, is: {} }),
  );
  return [...moves, ...removed].filter(
    ({ change, fields }) => change !== "changed" || fields.length > 0,
  );
}

function moveOf(
  { id, title }: PlannedRecord,
  { change, was, is }: Pick<PlanMove, "change"> & Record<"was" | "is", PlannedRecord["fields"]>,
): PlanMove {
  const fields = planFields.flatMap((name) => {
    const [before, after] = [was[name], is[name]];
    if (before === after) return [];
    return [
      { name, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    ];
  });
  return { change, id, title, fields };
}

/** The stage, its phases at any depth, and what names one of them. */
function idsWithin(stage: string, records: Plan): ReadonlySet<string> {
  const ownersOf = ({ fields }: PlannedRecord): readonly string[] =>
    [fields["part-of"], fields.stage].flatMap((name) => (name ? [`stage:${name}` as const] : []));
  const parts = new Map<string, string[]>();
  for (const record of records)
    for (const owner of ownersOf(record))
      parts.set(owner, [...(parts.get(owner) ?? []), record.id]);
  const found = new Set<string>([stage]);
  // A set that grows while it is walked is walked to its end.
  for (const id of found) for (const part of parts.get(id) ?? []) found.add(part);
  return found;
}
