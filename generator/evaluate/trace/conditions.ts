import type { Item } from "#model/item.ts";
import { fieldOf, typeOf } from "#model/trace/digest.ts";
import type { FieldBounds, FieldCondition, ItemQuery, Where } from "#model/trace/policy.ts";

/** Whether an item is of one of the types and as the conditions say. */
export const matches = (item: Item, { types, where }: ItemQuery): boolean =>
  (types?.includes(typeOf(item)) ?? true) && meets(item, where);

export const meets = (item: Item, where: Where = {}): boolean =>
  Object.entries(where).every(([name, condition]) => holds(fieldOf(item, name), condition));

/** Of a list one value is enough; a field that is not there holds only where that is asked for. */
function holds(value: unknown, condition: FieldCondition): boolean {
  if (Array.isArray(value)) return value.some((each) => holds(each, condition));
  if (typeof condition !== "object") return value === condition;
  return isList(condition) ? condition.includes(value as string) : fits(value, condition);
}

function fits(value: unknown, { not, present, min, max }: FieldBounds): boolean {
  if (present !== undefined && present !== (value !== undefined)) return false;
  if (not !== undefined && holds(value, not)) return false;
  return (
    (min === undefined || isAtLeast(value, min)) && (max === undefined || isAtMost(value, max))
  );
}

const isList = (condition: FieldCondition): condition is readonly (string | number | boolean)[] =>
  Array.isArray(condition);

const isAtLeast = (value: unknown, min: number): boolean =>
  typeof value === "number" && value >= min;
const isAtMost = (value: unknown, max: number): boolean =>
  typeof value === "number" && value <= max;
