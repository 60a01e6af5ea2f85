import type {
  CreateAmStmt,
  CreateCastStmt,
  CreateConversionStmt,
  CreateFdwStmt,
  CreateForeignServerStmt,
  CreateOpClassStmt,
  CreateOpFamilyStmt,
  CreatePLangStmt,
  CreateTransformStmt,
  DefineStmt,
  Node,
  TypeName,
} from "libpg-query";
import type { Definition } from "../../catalogue/standalone.ts";
import { everything, verbatim } from "../../parser/clauses.ts";
import { type Context, type Handlers, newSubject, report, type Verdict } from "../context.ts";
import { definitionKey, definitionKinds, transformName } from "./definition-names.ts";
import { addType } from "../objects/types.ts";
import { nameOf, stringsOf, typeSignature } from "../read-nodes.ts";
import { schemaFor } from "../require.ts";
import { addRoutine } from "../routines/create-routine.ts";
import { readAggregate } from "../routines/aggregates.ts";
import { defElems } from "../tables/options.ts";

/** What a statement defines by name. */
interface Named {
  readonly kind: string;
  readonly name: string;
  /** Absent for what lies in no schema. */
  readonly namespace?: string;
  readonly mayExist?: boolean;
}

function addDefinition({ kind, name, namespace, mayExist }: Named, context: Context): Verdict {
  const { definitions } = context.session.catalogue;
  const key = definitionKey(kind, namespace, name);
  if (definitions.has(key)) {
    if (mayExist === true || context.conditional) return "modelled";
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  const clauses = context.clauses();
  const definition: Definition = {
    kind: "definition",
    ...newSubject(context, name),
    ...(namespace !== undefined && { namespace }),
    definitionKind: kind,
    text: verbatim(clauses, everything(clauses)),
  };
  definitions.set(key, definition);
  return "modelled";
}

function define(node: DefineStmt, context: Context): Verdict {
  if (node.kind === "OBJECT_AGGREGATE") {
    return addRoutine(readAggregate(node, context), node.replace === true, context);
  }
  const name = nameOf(stringsOf(node.defnames));
  if (node.kind === "OBJECT_TYPE") return addBaseType(node, context);
  const kind = definitionKinds[node.kind ?? ""] ?? "";
  const namespace = schemaFor(context, name);
  const full = kind === "operator" ? name.name + operandsOf(node) : name.name;
  return addDefinition(
    { kind, namespace, name: full, mayExist: node.if_not_exists === true },
    context,
  );
}

/** `CREATE TYPE name` announces a type; the same with options makes it. */
function addBaseType(node: DefineStmt, context: Context): Verdict {
  const clauses = context.clauses();
  return addType(context, nameOf(stringsOf(node.defnames)), {
    typeKind: "base",
    definition: verbatim(clauses, everything(clauses)),
    labels: [],
  });
}

/** `(text, text)` tells operators of one name apart; `NONE` stands where there is no operand. */
function operandsOf(node: DefineStmt): string {
  const operands = ["leftarg", "rightarg"].map((side) => {
    const arg = defElems(node.definition).find(({ defname }) => defname === side)?.arg;
    return arg && "TypeName" in arg ? typeSignature(arg.TypeName) : "NONE";
  });
  return `(${operands.join(", ")})`;
}

const castName = (source: TypeName | undefined, target: TypeName | undefined): string =>
  `${typeSignature(source)} as ${typeSignature(target)}`;

const createCast = (node: CreateCastStmt, context: Context): Verdict =>
  addDefinition({ kind: "cast", name: castName(node.sourcetype, node.targettype) }, context);

/** An operator class or family belongs to an access method. */
const inMethod =
  (kind: string, names: readonly Node[] | undefined, method: string | undefined) =>
  (context: Context): Verdict => {
    const name = nameOf(stringsOf(names));
    const namespace = schemaFor(context, name);
    return addDefinition({ kind, namespace, name: `${name.name} using ${method ?? ""}` }, context);
  };

export const definitionHandlers: Handlers = {
  DefineStmt: define,
  CreateCastStmt: createCast,
  CreateOpClassStmt: (node: CreateOpClassStmt, context) =>
    inMethod("operator class", node.opclassname, node.amname)(context),
  CreateOpFamilyStmt: (node: CreateOpFamilyStmt, context) =>
    inMethod("operator family", node.opfamilyname, node.amname)(context),
  CreateConversionStmt: ({ conversion_name }: CreateConversionStmt, context) => {
    const name = nameOf(stringsOf(conversion_name));
    const namespace = schemaFor(context, name);
    return addDefinition({ kind: "conversion", namespace, name: name.name }, context);
  },
  CreateTransformStmt: ({ type_name, lang = "", replace }: CreateTransformStmt, context) => {
    const name = transformName(typeSignature(type_name), lang);
    return addDefinition({ kind: "transform", name, mayExist: replace === true }, context);
  },
  CreateAmStmt: ({ amname = "" }: CreateAmStmt, context) =>
    addDefinition({ kind: "access method", name: amname }, context),
  CreatePLangStmt: ({ plname = "", replace }: CreatePLangStmt, context) =>
    addDefinition({ kind: "language", name: plname, mayExist: replace === true }, context),
  CreateFdwStmt: ({ fdwname = "" }: CreateFdwStmt, context) =>
    addDefinition({ kind: "foreign data wrapper", name: fdwname }, context),
  CreateForeignServerStmt: ({ servername = "", if_not_exists }: CreateForeignServerStmt, context) =>
    addDefinition(
      { kind: "foreign server", name: servername, mayExist: if_not_exists === true },
      context,
    ),
};
