import * as evidence from "./evidence.ts";
import { matrix } from "./matrix.ts";
import type { Noun, ReadAttributes } from "./noun.ts";
import * as people from "./people.ts";
import * as plan from "./plan.ts";
import { requirement } from "./requirement.ts";
import * as work from "./work.ts";

/** The collection of a file that holds each kind of record; `programme` is a single record. */
export const collections: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ["team", "member"],
  ["stages", "stage"],
  ["axes", "axis"],
  ["work-items", "work-item"],
  ["artefacts", "artefact"],
  ["deliverables", "deliverable"],
  ["checkpoints", "checkpoint"],
  ["criteria", "criterion"],
  ["syncs", "sync"],
  ["decisions", "decision"],
  ["actions", "action"],
  ["blockers", "blocker"],
  ["risks", "risk"],
  ["measurements", "measurement"],
  ["gates", "gate"],
  ["activities", "activity"],
  ["checklists", "checklist"],
  ["documents", "document"],
  ["requirements", "requirement"],
  ["notifications", "notification"],
  ["scenarios", "scenario"],
  ["matrices", "matrix"],
]);

/** How each kind of record is read; a new noun is one line here, and its schema. */
export const readers: { readonly [Kind in Noun]: ReadAttributes<Kind> } = {
  programme: work.programme,
  member: people.member,
  stage: work.stage,
  axis: work.axis,
  "work-item": work.workItem,
  artefact: work.artefact,
  deliverable: work.deliverable,
  checkpoint: plan.checkpoint,
  criterion: evidence.criterion,
  sync: people.sync,
  decision: people.decision,
  action: plan.action,
  blocker: plan.blocker,
  risk: plan.risk,
  measurement: evidence.measurement,
  gate: evidence.gate,
  activity: plan.activity,
  checklist: plan.checklist,
  document: work.document,
  requirement,
  notification: people.notification,
  scenario: plan.scenario,
  matrix,
};
