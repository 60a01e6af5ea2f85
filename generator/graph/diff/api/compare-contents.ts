import type {
  BodyVersion,
  ContentVersion,
  ParameterVersion,
  ResponseVersion,
} from "#model/api/version.ts";
import { type Comparing, type Place, report } from "./comparing.ts";
import { compareLifecycles } from "./lifecycle.ts";
import { compareSchema } from "./schema/compare-schema.ts";

/** What a request carries. */
export function compareBodies(
  comparing: Comparing,
  [before, after]: readonly [BodyVersion | undefined, BodyVersion | undefined],
  place: Place,
): void {
  const at = { ...place, at: "body" };
  if (before === undefined || after === undefined) {
    if (after)
      report(comparing, at, { rule: `body-added-${after.required ? "required" : "optional"}` });
    if (before) report(comparing, at, { rule: "body-removed" });
    return;
  }
  if (before.required !== after.required) {
    report(comparing, at, {
      rule: after.required ? "body-became-required" : "body-became-optional",
    });
  }
  compareContents(comparing, [before.contents, after.contents], at);
}

/** What is answered, status by status. */
export function compareResponses(
  comparing: Comparing,
  [before, after]: readonly [readonly ResponseVersion[], readonly ResponseVersion[]],
  place: Place,
): void {
  const were = new Map(before.map((each) => [each.status, each]));
  const are = new Map(after.map((each) => [each.status, each]));
  for (const [status, now] of are) {
    const was = were.get(status);
    const at = { ...place, at: status };
    if (was === undefined) report(comparing, at, { rule: `${sortOf(status)}-added` });
    else {
      compareHeaders(comparing, [was.headers, now.headers], at);
      compareContents(comparing, [was.contents, now.contents], at);
    }
  }
  for (const status of were.keys()) {
    if (are.has(status)) continue;
    report(comparing, { ...place, at: status }, { rule: `${sortOf(status)}-removed` });
  }
}

const sortOf = (status: string): string =>
  /^2/.test(status) ? "success-status" : "non-success-status";

function compareContents(
  comparing: Comparing,
  [before, after]: readonly [readonly ContentVersion[], readonly ContentVersion[]],
  place: Place,
): void {
  const were = new Map(before.map((each) => [each.mediaType, each]));
  const are = new Map(after.map((each) => [each.mediaType, each]));
  for (const [mediaType, now] of are) {
    const was = were.get(mediaType);
    const at = { ...place, at: `${place.at} ${mediaType}` };
    if (was) compareContent(comparing, [was, now], at);
    else report(comparing, at, { rule: "media-type-added" });
  }
  for (const mediaType of were.keys()) {
    if (are.has(mediaType)) continue;
    report(comparing, { ...place, at: `${place.at} ${mediaType}` }, { rule: "media-type-removed" });
  }
}

function compareContent(
  comparing: Comparing,
  [before, after]: readonly [ContentVersion, ContentVersion],
  place: Place,
): void {
  if (before.schema !== undefined && after.schema !== undefined) {
    compareSchema(comparing, [before.schema, after.schema], { ...place, at: `${place.at} ` });
    return;
  }
  if (after.schema !== undefined) report(comparing, place, { rule: "media-type-schema-added" });
  if (before.schema !== undefined) report(comparing, place, { rule: "media-type-schema-removed" });
}

function compareHeaders(
  comparing: Comparing,
  [before, after]: readonly [readonly ParameterVersion[], readonly ParameterVersion[]],
  place: Place,
): void {
  const were = new Map(before.map((each) => [each.name.toLowerCase(), each]));
  const are = new Map(after.map((each) => [each.name.toLowerCase(), each]));
  for (const [name, now] of are) {
    const was = were.get(name);
    const at = { ...place, at: `${place.at} header ${now.name}` };
    if (was === undefined) {
      report(comparing, at, { rule: "header-added", part: now });
      continue;
    }
    if (was.required !== now.required) {
      const rule = now.required ? "became-required" : "became-optional";
      report(comparing, at, { rule, part: now });
    }
    compareLifecycles(comparing, at, [was.lifecycle, now.lifecycle]);
    compareSchema(comparing, [was.schema, now.schema], at);
  }
  for (const [name, was] of were) {
    if (are.has(name)) continue;
    const rule = was.required ? "required-header-removed" : "optional-header-removed";
    report(comparing, { ...place, at: `${place.at} header ${was.name}` }, { rule, part: was });
  }
}
