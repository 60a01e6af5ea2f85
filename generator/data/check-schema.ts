import { diagnose, type Diagnostic, suggest } from "#diagnostics/index.ts";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isInCalendar } from "./calendar.ts";
import { expectationOf, foundValue } from "./expectation.ts";
import type { LocatedData } from "./located-data.ts";
import { knownKeys, missingOnce } from "./missing-keys.ts";
import { ownField } from "./own-field.ts";
import type { Path } from "./path.ts";
import { relevantErrors } from "./relevant-errors.ts";

const validators = new WeakMap<object, ValidateFunction>();

/** Checks a document against a JSON Schema (2020-12); one diagnostic for each thing that is wrong. */
export function checkSchema(data: LocatedData, schema: object): readonly Diagnostic[] {
  const validate = validatorOf(schema);
  const { value } = data;
  const fits: boolean = validate(value);
  if (fits) return [];
  if (value === null || value === undefined) {
    return [diagnose("data/empty-file", {}, { location: { file: data.file, line: 1, column: 1 } })];
  }
  return missingOnce(relevantErrors(validate.errors ?? [])).map((error) => explain(error, data));
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
    // Each validator runs a few times: making it takes longer than all that it does.
    messages: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  // What does not even look like a day is the pattern's to say.
  ajv.addFormat("web-address", (text) => !/^https?:/.test(text) || URL.canParse(text));
  ajv.addFormat("calendar-day", (text) => !/^\d{4}-\d{2}-\d{2}/.test(text) || isInCalendar(text));
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

function explain(error: ErrorObject, data: LocatedData): Diagnostic {
  const path = toPath(error.instancePath, data.value);
  const params = error.params as Readonly<Record<string, string | undefined>>;
  const unknownKey = params.additionalProperty ?? params.unevaluatedProperty;
  if (unknownKey !== undefined) return describeUnknown(unknownKey, { error, path, data });
  if (params.missingProperty !== undefined) {
    const { missing } = error.params as { readonly missing?: readonly string[] };
    return diagnose(
      "data/missing-key",
      { keys: missing ?? [params.missingProperty], because: params.property ?? "" },
      { location: data.locate(path), target: params.missingProperty },
    );
  }
  return describeWrong(error, path, data);
}

function describeUnknown(
  key: string,
  { error, path, data }: { error: ErrorObject; path: Path; data: LocatedData },
): Diagnostic {
  const english = knownKeys(error);
  const known = [...english, ...(data.otherNames?.(english) ?? [])];
  return diagnose(
    "data/unknown-key",
    { key, known: english },
    { location: data.locateKey([...path, key]), target: key, suggestions: suggest(key, known) },
  );
}

function describeWrong(error: ErrorObject, path: Path, data: LocatedData): Diagnostic {
  const { propertyName } = error;
  const place = propertyName === undefined ? path : [...path, propertyName];
  const expected = expectationOf(error);
  const near = suggest(
    String(error.data),
    expected.rule === "one-of" ? (expected.values ?? []) : [],
  );
  const example = firstExample(error.parentSchema);
  return diagnose(
    "data/wrong-value",
    {
      path: pathInWords(place, data),
      expected,
      found: foundValue(error.data),
      ...(example !== undefined && expected.rule === "pattern" && { example }),
    },
    {
      location: propertyName === undefined ? data.locate(place) : data.locateKey(place),
      ...(near.length > 0 && { suggestions: near }),
    },
  );
}

function firstExample(schema: ErrorObject["parentSchema"]): string | undefined {
  const [example] = (schema?.examples as readonly unknown[] | undefined) ?? [];
  return typeof example === "string" ? example : undefined;
}

/** `work-items[OPT1].owner`: a record is named by its id, for nobody counts lines of a list. */
function pathInWords(path: Path, data: LocatedData): string {
  const written = data.asWritten?.(path) ?? path;
  let value = data.value;
  return path.reduce<string>((words, step, index) => {
    value = ownField(value, String(step));
    const shown = written[index] ?? step;
    if (typeof shown === "string") return words === "" ? shown : `${words}.${shown}`;
    const id = ownField(value, "id");
    return `${words}[${typeof id === "string" && id !== "" ? id : String(step)}]`;
  }, "");
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
      value = ownField(value, key);
      return step;
    });
}
