import type { Sync } from "#model/programme/items.ts";
import {
  choiceOf,
  type DataRecord,
  known,
  numberOf,
  orderOf,
  recordAt,
  recordsOf,
  textOf,
  textsOf,
} from "../record.ts";
import type { ReadAttributes } from "./noun.ts";

export const member: ReadAttributes<"member"> = ({ record }) => ({
  role: textOf(record, "role") ?? "",
  aliases: textsOf(record, "aliases"),
  responsibilities: textsOf(record, "responsibilities"),
  answersFor: textsOf(record, "answers-for"),
});

export const notification: ReadAttributes<"notification"> = ({ record }) => ({
  date: textOf(record, "date") ?? "",
  audience: textsOf(record, "audience"),
  done: textsOf(record, "done"),
  asks: textsOf(record, "asks"),
  ...known({
    stage: textOf(record, "stage"),
    channel: textOf(record, "channel"),
    owner: textOf(record, "owner"),
    respondWithin: textOf(record, "respond-within"),
  }),
});

export const sync: ReadAttributes<"sync"> = ({ record }) => ({
  order: orderOf(record),
  start: textOf(record, "start") ?? "",
  status: choiceOf(record, "status", ["scheduled", "held", "cancelled"]),
  agenda: recordsOf(record, "agenda").map((topic) => ({
    topic: textOf(topic, "topic") ?? "",
    minutes: numberOf(topic, "minutes") ?? 0,
  })),
  invited: textsOf(record, "invited"),
  present: textsOf(record, "present"),
  absent: textsOf(record, "absent"),
  discussion: textsOf(record, "discussion"),
  preparation: textsOf(record, "preparation"),
  ...known({
    duration: numberOf(record, "duration"),
    purpose: textOf(record, "purpose"),
    previous: sealOf(record),
  }),
});

/** What the record says of the minutes before it. */
function sealOf(record: DataRecord): Sync["previous"] {
  const seal = recordAt(record.file, [...record.path, "previous"]);
  const [sync, digest] = [seal && textOf(seal, "sync"), seal && textOf(seal, "digest")];
  return sync === undefined || digest === undefined ? undefined : { sync, digest };
}

export const decision: ReadAttributes<"decision"> = ({ record }) => ({
  status: textOf(record, "status") ?? "",
  by: textsOf(record, "by"),
  ...known({ date: textOf(record, "date") }),
});
