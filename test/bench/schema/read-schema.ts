import { readSql } from "#sources/sql/index.ts";

/** Source and facts, and nothing else: what rastro does with a folder of migrations. */
const [root = "."] = process.argv.slice(2);
const { value, diagnostics } = await readSql({ root, entries: [{ path: ".", foreign: false }] });
const errors = diagnostics.filter(({ severity }) => severity === "error");
if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
console.log(value.length);
