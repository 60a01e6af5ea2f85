import type { LintRule } from "../rule.ts";
import { charType } from "./char-type.ts";
import { domainWithConstraint } from "./domain-with-constraint.ts";
import { serialColumn } from "./serial-column.ts";
import { smallKey } from "./small-key.ts";
import { timestampWithoutZone } from "./timestamp-without-zone.ts";
import { varcharLimit } from "./varchar-limit.ts";

/** Preferences among types: worth knowing, never wrong. */
export const typeRules: readonly LintRule[] = [
  timestampWithoutZone,
  varcharLimit,
  charType,
  serialColumn,
  smallKey,
  domainWithConstraint,
];
