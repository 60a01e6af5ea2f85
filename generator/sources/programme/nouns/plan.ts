import { checklistUses } from "#model/programme/plan.ts";
import {
  choiceOf,
  type DataRecord,
  isSet,
  known,
  numberOf,
  orderOf,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import type { ReadAttributes } from "./noun.ts";

export const checkpoint: ReadAttributes<"checkpoint"> = ({ record }) => ({
  stage: textOf(record, "stage") ?? "",
  order: orderOf(record),
  date: textOf(record, "date") ?? "",
  action: textOf(record, "action") ?? "",
  ...(textOf(record, "result") !== undefined && {
    result: choiceOf(record, "result", ["pending", "passed", "failed"]),
  }),
});

export const activity: ReadAttributes<"activity"> = ({ record }) => ({
  stage: textOf(record, "stage") ?? "",
  start: textOf(record, "start") ?? "",
  owners: textsOf(record, "owners"),
  steps: textsOf(record, "steps"),
  maintenanceWindow: isSet(record, "maintenance-window"),
  ...raciOf(record),
  ...known({ end: textOf(record, "end") }),
});

export const checklist: ReadAttributes<"checklist"> = ({ record }) => ({
  entries: recordsOf(record, "entries", "text").map((entry) => ({
    text: textOf(entry, "text") ?? "",
    done: isSet(entry, "done"),
    ...known({ owner: textOf(entry, "owner") ?? textOf(record, "owner") }),
  })),
  use: choiceOf(record, "kind", checklistUses),
  ...known({ stage: textOf(record, "stage") }),
});

export const action: ReadAttributes<"action"> = ({ record }) => ({
  owner: textOf(record, "owner") ?? "",
  status: choiceOf(record, "status", ["open", "done", "cancelled"]),
  ...known({ due: textOf(record, "due") }),
});

export const blocker: ReadAttributes<"blocker"> = ({ record }) => ({
  level: numberOf(record, "level") ?? 0,
  status: choiceOf(record, "status", ["open", "resolved"]),
  ...known({ owner: textOf(record, "owner"), raised: textOf(record, "raised") }),
});

export const risk: ReadAttributes<"risk"> = ({ record }) => ({
  severity: choiceOf(record, "severity", ["medium", "low", "high", "critical"]),
  mitigation: textOf(record, "mitigation") ?? "",
  ...(textOf(record, "likelihood") !== undefined && {
    likelihood: choiceOf(record, "likelihood", ["low", "medium", "high"]),
  }),
  ...known({
    contingency: textOf(record, "contingency"),
    owner: textOf(record, "owner"),
    stage: textOf(record, "stage"),
  }),
});

export const scenario: ReadAttributes<"scenario"> = ({ record, name }) => ({
  order: orderOf(record),
  size: textOf(record, "size") ?? name,
  resources: recordsOf(record, "resources").map((resource) => ({
    name: textOf(resource, "name") ?? "",
    metric: textOf(resource, "metric") ?? "",
    factor: numberOf(resource, "factor") ?? 1,
    ...known({
      growth: numberOf(resource, "growth"),
      limit: numberOf(resource, "limit"),
      origin: textOf(resource, "origin"),
    }),
  })),
  ...known({
    stage: textOf(record, "stage"),
    from: numberOf(record, "from"),
    until: numberOf(record, "until"),
  }),
});

/** Who has which part in a piece of work, beside its owner. */
export const raciOf = (record: DataRecord) => ({
  consulted: textsOf(record, "consulted"),
  informed: textsOf(record, "informed"),
  ...known({ accountable: textOf(record, "accountable") }),
});
