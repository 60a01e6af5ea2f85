import {
  among,
  anything,
  both,
  count,
  distinct,
  flag,
  listOf,
  mapOf,
  number,
  open,
  orReference,
  positive,
  type Surely,
  text,
} from "./surely.ts";

/** Where more is told. */
export const docs = open({ description: text, url: text }, ["url"]);

const isFilled: Surely = (value) => Array.isArray(value) && value.length > 0;

const names = both(both(isFilled, listOf(text)), distinct(String));

/** A schema of 3.0, or a reference to one. */
export const schema: Surely = (value) => schemaItself(value);

const schemaItself = orReference(
  open({
    title: text,
    multipleOf: positive,
    maximum: number,
    exclusiveMaximum: flag,
    minimum: number,
    exclusiveMinimum: flag,
    maxLength: count,
    minLength: count,
    pattern: text,
    maxItems: count,
    minItems: count,
    uniqueItems: flag,
    maxProperties: count,
    minProperties: count,
    required: names,
    enum: isFilled,
    type: among("array", "boolean", "integer", "number", "object", "string"),
    not: schema,
    allOf: listOf(schema),
    oneOf: listOf(schema),
    anyOf: listOf(schema),
    items: schema,
    properties: mapOf(schema),
    additionalProperties: (value) => flag(value) || schema(value),
    description: text,
    format: text,
    default: anything,
    nullable: flag,
    discriminator: open({ propertyName: text, mapping: mapOf(text) }, ["propertyName"]),
    readOnly: flag,
    writeOnly: flag,
    example: anything,
    externalDocs: docs,
    deprecated: flag,
    xml: open({ name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag }),
  }),
);
