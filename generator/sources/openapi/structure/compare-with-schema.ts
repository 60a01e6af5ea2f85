import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

const schemas = {
  "3.1": () =>
    import("@seriousme/openapi-schema-validator/schemas/v3.1/schema.json", {
      with: { type: "json" },
    }),
  "3.2": () =>
    import("@seriousme/openapi-schema-validator/schemas/v3.2/schema.json", {
      with: { type: "json" },
    }),
};

/** What is wrong with a document by the schema that the specification itself is published with. */
export async function compareWithSchema(
  document: unknown,
  version: keyof typeof schemas,
): Promise<readonly ErrorObject[]> {
  const made = validators.get(version) ?? makeValidator(version);
  validators.set(version, made);
  const validate = await made;
  return validate(document) ? [] : (validate.errors ?? []);
}

/** Making one takes longer than most documents do. */
const validators = new Map<keyof typeof schemas, Promise<ValidateFunction>>();

async function makeValidator(version: keyof typeof schemas): Promise<ValidateFunction> {
  const { default: schema } = await schemas[version]();
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  return ajv.compile(schema as AnySchema);
}
