import type { LintRule } from "../rule.ts";
import { alwaysTruePolicy } from "./always-true-policy.ts";
import { definerView } from "./definer-view.ts";
import { definerWithoutSearchPath } from "./definer-without-search-path.ts";
import { extensionInPublic } from "./extension-in-public.ts";
import { materializedViewExposed } from "./materialized-view-exposed.ts";
import { multiplePermissivePolicies } from "./multiple-permissive-policies.ts";
import { mutableSearchPath } from "./mutable-search-path.ts";
import { policyCallsPerRow } from "./policy-calls-per-row.ts";
import { policyWithoutRowSecurity } from "./policy-without-row-security.ts";
import { rowSecurityOff } from "./row-security-off.ts";
import { rowSecurityWithoutPolicy } from "./row-security-without-policy.ts";

/** Who may read and write what. */
export const securityRules: readonly LintRule[] = [
  rowSecurityOff,
  policyWithoutRowSecurity,
  rowSecurityWithoutPolicy,
  alwaysTruePolicy,
  multiplePermissivePolicies,
  policyCallsPerRow,
  definerView,
  materializedViewExposed,
  definerWithoutSearchPath,
  mutableSearchPath,
  extensionInPublic,
];
