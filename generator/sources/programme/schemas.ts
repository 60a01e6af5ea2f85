import type { Aliases } from "#data/index.ts";
import portuguese from "../../../schemas/aliases.pt-BR.json" with { type: "json" };
import action from "../../../schemas/action.schema.json" with { type: "json" };
import activity from "../../../schemas/activity.schema.json" with { type: "json" };
import artefact from "../../../schemas/artefact.schema.json" with { type: "json" };
import axis from "../../../schemas/axis.schema.json" with { type: "json" };
import blocker from "../../../schemas/blocker.schema.json" with { type: "json" };
import checklist from "../../../schemas/checklist.schema.json" with { type: "json" };
import checkpoint from "../../../schemas/checkpoint.schema.json" with { type: "json" };
import criterion from "../../../schemas/criterion.schema.json" with { type: "json" };
import decision from "../../../schemas/decision.schema.json" with { type: "json" };
import deliverable from "../../../schemas/deliverable.schema.json" with { type: "json" };
import document from "../../../schemas/document.schema.json" with { type: "json" };
import gate from "../../../schemas/gate.schema.json" with { type: "json" };
import matrixParts from "../../../schemas/matrix-parts.schema.json" with { type: "json" };
import matrix from "../../../schemas/matrix.schema.json" with { type: "json" };
import measurement from "../../../schemas/measurement.schema.json" with { type: "json" };
import member from "../../../schemas/member.schema.json" with { type: "json" };
import notification from "../../../schemas/notification.schema.json" with { type: "json" };
import programmeRecord from "../../../schemas/programme-record.schema.json" with { type: "json" };
import programme from "../../../schemas/programme.schema.json" with { type: "json" };
import record from "../../../schemas/record.schema.json" with { type: "json" };
import requirement from "../../../schemas/requirement.schema.json" with { type: "json" };
import risk from "../../../schemas/risk.schema.json" with { type: "json" };
import scenario from "../../../schemas/scenario.schema.json" with { type: "json" };
import stage from "../../../schemas/stage.schema.json" with { type: "json" };
import sync from "../../../schemas/sync.schema.json" with { type: "json" };
import traceability from "../../../schemas/traceability.schema.json" with { type: "json" };
import workItem from "../../../schemas/work-item.schema.json" with { type: "json" };

const parts = {
  action,
  activity,
  artefact,
  axis,
  blocker,
  checklist,
  checkpoint,
  criterion,
  decision,
  deliverable,
  document,
  gate,
  matrix,
  "matrix-parts": matrixParts,
  measurement,
  member,
  notification,
  "programme-record": programmeRecord,
  record,
  requirement,
  risk,
  scenario,
  stage,
  sync,
  traceability,
  "work-item": workItem,
};

/** Under the name that the other schemas refer to: the name of its file. */
const embedded = Object.fromEntries(
  Object.entries(parts).map(([name, schema]) => {
    const $id = `${name}.schema.json`;
    return [name, { $id, ...schema }];
  }),
);

/** A file of programme data: collections of records. One document, the schemas of all nouns inside. */
export const programmeSchema: object = {
  $id: "programme.schema.json",
  ...programme,
  $defs: embedded,
};

/** A file `*.gate.yaml`: one gate. */
export const gateSchema: object = {
  $id: "gate-file.schema.json",
  $ref: "gate.schema.json",
  $defs: embedded,
};

/** How the keys of programme data may be written beside English. */
export const keyAliases: Aliases = portuguese;
