const text = /^(?:text|varchar|character varying)$/i;
const limited = /^(?:varchar|character varying)\s*\(\s*(\d+)\s*\)$/i;
const numeric = /^(?:numeric|decimal)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?$/i;

/** Whether every old value is a value of the new type as it is stored, so that nothing is written. */
export function isWidening(old: string, type: string): boolean {
  const [, before] = limited.exec(old) ?? [];
  const isText = text.test(old) || before !== undefined;
  if (isText && text.test(type)) return true;
  const [, after] = limited.exec(type) ?? [];
  if (before !== undefined && after !== undefined) return Number(after) >= Number(before);
  return isWiderNumber(numeric.exec(old), numeric.exec(type));
}

/** With the digits behind the point that it had. */
function isWiderNumber(old: RegExpExecArray | null, type: RegExpExecArray | null): boolean {
  if (old === null || type === null) return false;
  const [, precision, scale = "0"] = type;
  if (precision === undefined) return true;
  const [, before, oldScale = "0"] = old;
  return before !== undefined && scale === oldScale && Number(precision) >= Number(before);
}
