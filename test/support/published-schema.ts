import addFormats from "ajv-formats";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml } from "../../generator/sources/xml.ts";
import { repository } from "./repository.ts";

/** What is wrong with an output for another program, by the schema of its form; nothing when it is right. */
export function schemaErrors(form: string, output: string): readonly ErrorObject[] {
  const path = join(repository, "test/diagnostics/outputs/schemas", `${form}.json`);
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")) as object);
  validate(form === "junit" ? valuesOfXml(output) : JSON.parse(output));
  return validate.errors ?? [];
}

/** The elements that may be repeated are always lists. */
function valuesOfXml(text: string): unknown {
  const parsed = parseXml(text, {
    isArray: (name) => name === "testsuite" || name === "testcase",
    ignoreDeclaration: true,
  });
  if ("reason" in parsed) throw new Error(parsed.reason);
  return parsed.value;
}
