import type { Stage, WorkStatus } from "#model/programme/items.ts";
import { documentState, fileState } from "../disk.ts";
import {
  choiceOf,
  type DataRecord,
  isSet,
  known,
  numberOf,
  orderOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import { nestedName } from "./nested.ts";
import type { Entry, ReadAttributes } from "./noun.ts";
import { raciOf } from "./plan.ts";

const workStatuses: readonly [WorkStatus, ...WorkStatus[]] = [
  "planned",
  "ready",
  "in progress",
  "done",
  "cancelled",
];

export const programme: ReadAttributes<"programme"> = ({ record }) =>
  known({
    summary: textOf(record, "summary"),
    start: textOf(record, "start"),
    end: textOf(record, "end"),
  });

export const stage: ReadAttributes<"stage"> = ({ record }) => ({
  order: orderOf(record),
  status: choiceOf(record, "status", workStatuses),
  metrics: recordsOf(record, "metrics").map((metric) => ({
    name: textOf(metric, "name") ?? "",
    target: textOf(metric, "target") ?? "",
    ...known({ current: textOf(metric, "current") }),
  })),
  escalation: recordsOf(record, "escalation").map((level) => ({
    level: numberOf(level, "level") ?? 0,
    respondWithin: textOf(level, "respond-within") ?? "",
    channel: textOf(level, "channel") ?? "",
  })),
  ...known({
    programme: textOf(record, "programme"),
    parent: textOf(record, "part-of"),
    start: textOf(record, "start"),
    end: textOf(record, "end"),
    objective: textOf(record, "objective"),
    outcome: textOf(record, "outcome"),
    before: placeBefore(record),
  }),
});

function placeBefore(record: DataRecord): Stage["before"] {
  const before = recordAt(record.file, [...record.path, "before"]);
  if (before === undefined) return undefined;
  return {
    order: orderOf(before),
    reason: textOf(before, "reason") ?? "",
    ...known({ start: textOf(before, "start"), end: textOf(before, "end") }),
  };
}

export const axis: ReadAttributes<"axis"> = ({ record }) => ({
  stage: textOf(record, "stage") ?? "",
  order: orderOf(record),
  ...known({ threshold: textOf(record, "threshold") }),
});

export const workItem: ReadAttributes<"work-item"> = (entry) => {
  const { record } = entry;
  return {
    stage: textOf(record, "stage") ?? "",
    owner: textOf(record, "owner") ?? "",
    support: textsOf(record, "support"),
    status: choiceOf(record, "status", workStatuses),
    needs: artefactNames(entry, "needs"),
    outputs: artefactNames(entry, "delivers"),
    ...raciOf(record),
    ...known({ due: textOf(record, "due") }),
  };
};

/** Ids as written, and the names that artefacts described on the spot get. */
const artefactNames = (entry: Entry, key: "needs" | "delivers"): readonly string[] =>
  recordsOf(entry.record, key, "id").map((artefact) => nestedName(entry.name, artefact));

export const artefact: ReadAttributes<"artefact"> = ({ record }, root) => {
  const path = textOf(record, "path");
  const isThere = path !== undefined && fileState(root, path) !== "missing";
  const absent = isSet(record, "planned") || path === undefined ? "planned" : "missing";
  return { state: isThere ? "exists" : absent, ...known({ path }) };
};

export const deliverable: ReadAttributes<"deliverable"> = ({ record }, root) => {
  const document = textOf(record, "document") ?? "";
  return {
    stage: textOf(record, "stage") ?? "",
    order: orderOf(record),
    document,
    owner: textOf(record, "owner") ?? "",
    purpose: textOf(record, "purpose") ?? "",
    state: documentState(root, document),
    ...raciOf(record),
    ...known({ due: textOf(record, "due"), page: textOf(record, "page") }),
  };
};

export const document: ReadAttributes<"document"> = ({ record }, root) => {
  const path = textOf(record, "path") ?? "";
  return {
    path,
    readers: recordsOf(record, "readers").map((reader) => ({
      role: textOf(reader, "role") ?? "",
      order: orderOf(reader),
      ...known({ minutes: numberOf(reader, "minutes") }),
    })),
    state: documentState(root, path),
    ...known({
      purpose: textOf(record, "purpose"),
      stage: textOf(record, "stage"),
      page: textOf(record, "page"),
    }),
  };
};
