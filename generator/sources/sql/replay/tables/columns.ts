import type { CollateClause, ColumnDef, Constraint as ConstraintNode } from "libpg-query";
import type { Column, Relation } from "../../catalogue/catalogue.ts";
import {
  type Clauses,
  elementFrom,
  firstGroup,
  type Range,
  tokenFrom,
  written,
} from "../../parser/clauses.ts";
import { docCommentAbove, docCommentAfter, isSectionTitle } from "../../parser/doc-comment.ts";
import { type Context, describedBy, newEntry } from "../context.ts";
import { stringsOf } from "../read-nodes.ts";
import { addConstraint, skipName } from "./constraints.ts";
import { addOwnSequence, isSerial } from "./own-sequence.ts";

/**
 * Reads a column as it is written. Its constraints are added when the returned function is called:
 * they may name columns that follow.
 */
export function readColumn(
  def: ColumnDef,
  relation: Relation,
  context: Context,
): { readonly column: Column; readonly addConstraints: () => void } {
  const clauses = context.clauses();
  const pieces = piecesOf(def, context);
  const type = pieces.pieceAt(def.typeName?.location);
  const typeText = written(clauses, type);
  const column: Column = {
    kind: "column",
    ...newEntry(context, def.colname ?? "", def.location),
    ...describe(context, pieces.element),
    relation,
    type: typeText,
    nullable: !isSerial(typeText),
    ...(def.collClause && { collation: collationName(def.collClause) }),
  };
  const constraints = constraintsOf(def).map((constraint) => ({
    constraint,
    piece: skipName(clauses, pieces.pieceAt(constraint.location)),
  }));
  for (const piece of constraints)
    settings[piece.constraint.contype ?? ""]?.(column, clauses, piece);
  const addConstraints = () => {
    addOwnSequence(column, context);
    for (const { constraint, piece } of constraints) {
      addConstraint(constraint, relation, { context, column, piece });
    }
  };
  return { column, addConstraints };
}

export const collationName = ({ collname }: CollateClause): string => stringsOf(collname).join(".");

/** The comment above a column, else the one behind it on its line. */
function describe(context: Context, { from, to }: Range): Pick<Column, "description"> {
  const { tokens, comments } = context.clauses();
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return {};
  const before = comments.filter(({ end }) => end <= first.start);
  const above = docCommentAbove(context, before, first.start);
  const isTitle = above !== undefined && isSectionTitle(above, context.text, last.end);
  const own = isTitle ? undefined : above;
  return describedBy(context, own ?? docCommentAfter(context, last.end));
}

/** `DEFERRABLE` and its like are nodes of their own, but part of the constraint before them. */
const constraintsOf = ({ constraints = [] }: ColumnDef): readonly ConstraintNode[] =>
  constraints.flatMap((node) =>
    "Constraint" in node && !node.Constraint.contype?.startsWith("CONSTR_ATTR")
      ? [node.Constraint]
      : [],
  );

/** The tree says where each part of a column starts; a part ends where the next one starts. */
function piecesOf(
  def: ColumnDef,
  context: Context,
): { readonly element: Range; readonly pieceAt: (byte: number | undefined) => Range } {
  const clauses = context.clauses();
  const tokenAt = (byte: number | undefined) => tokenFrom(clauses, context.offset(byte));
  const element = elementFrom(clauses, tokenAt(def.location));
  const starts = [
    def.typeName?.location,
    def.collClause?.location,
    ...constraintsOf(def).map(({ location }) => location),
  ]
    .filter((byte) => byte !== undefined)
    .map(tokenAt);
  const pieceAt = (byte: number | undefined): Range => {
    const from = tokenAt(byte);
    return { from, to: Math.min(element.to, ...starts.filter((start) => start > from)) };
  };
  return { element, pieceAt };
}

/** `DEFAULT NULL` is no default; PostgreSQL stores none either. */
export function setDefault(column: Column, value: string): void {
  if (/^null$/i.test(value)) delete column.default;
  else column.default = value;
}

interface Piece {
  readonly constraint: ConstraintNode;
  readonly piece: Range;
}

/** What the constraints that belong to the column alone say about it. */
const settings: Readonly<
  Partial<Record<string, (column: Column, clauses: Clauses, piece: Piece) => void>>
> = {
  CONSTR_NOTNULL: (column) => {
    column.nullable = false;
  },
  CONSTR_PRIMARY: (column) => {
    column.nullable = false;
  },
  CONSTR_DEFAULT: (column, clauses, { piece: { from, to } }) => {
    setDefault(column, written(clauses, { from: from + 1, to }));
  },
  CONSTR_IDENTITY: (column, _, { constraint }) => {
    column.identity = constraint.generated_when === "d" ? "by default" : "always";
    column.nullable = false;
  },
  CONSTR_GENERATED: (column, clauses, { constraint, piece }) => {
    if (constraint.generated_kind === "v") column.virtual = true;
    const group = firstGroup(clauses, piece);
    column.generated = group === undefined ? written(clauses, piece) : written(clauses, group);
  },
};
