import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { LocatedData } from "./located-data.ts";
import type { Path } from "./path.ts";

const validators = new WeakMap<object, ValidateFunction>();

/** Checks a document against a JSON Schema (2020-12); one diagnostic for each thing that is wrong. */
export function checkSchema(data: LocatedData, schema: object): readonly Diagnostic[] {
  const validate = validatorOf(schema);
  if (validate(data.value)) return [];
  return (validate.errors ?? []).filter(saysSomething).map((error) => explain(error, data));
}

function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    // The schemas are rastro's own; a test checks them, not every run.
    validateSchema: false,
  });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

/** `if`, `anyOf` and the like only repeat what their branches already said. */
const saysSomething = ({ keyword }: ErrorObject): boolean =>
  !["if", "anyOf", "oneOf", "allOf"].includes(keyword);

function explain(error: ErrorObject, data: LocatedData): Diagnostic {
  const path = toPath(error.instancePath, data.value);
  const { additionalProperty, unevaluatedProperty, missingProperty } = error.params as Record<
    string,
    string | undefined
  >;
  const unknownKey = additionalProperty ?? unevaluatedProperty;
  if (unknownKey !== undefined) {
    const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
    return diagnose(
      "data/unknown-key",
      { key: unknownKey, known },
      {
        location: data.locateKey([...path, unknownKey]),
        target: unknownKey,
        suggestions: suggest(unknownKey, known),
      },
    );
  }
  if (missingProperty !== undefined) {
    return diagnose(
      "data/missing-key",
      { key: missingProperty },
      { location: data.locate(path), target: missingProperty },
    );
  }
  return wrongValue(error, path, data);
}

function wrongValue(error: ErrorObject, path: Path, data: LocatedData): Diagnostic {
  const { allowedValues } = error.params as { allowedValues?: readonly unknown[] };
  const expected = allowedValues
    ? `one of ${allowedValues.map((value) => `\`${String(value)}\``).join(", ")}`
    : (error.message ?? error.keyword).replace(
        /^must (be |NOT )?/,
        (_, word: string | undefined) => (word === "NOT " ? "not " : ""),
      );
  const found = JSON.stringify(error.data).slice(0, 80);
  const near = allowedValues ? suggest(String(error.data), allowedValues.map(String)) : [];
  return diagnose(
    "data/wrong-value",
    { path: path.join(".") || ".", expected, found },
    { location: data.locate(path), ...(near.length > 0 && { suggestions: near }) },
  );
}

/** A JSON pointer as keys; numbers only where the document has an array. */
function toPath(pointer: string, root: unknown): Path {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
