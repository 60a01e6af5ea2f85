import { choiceOf, known, numberOf, orderOf, recordsOf, textOf, textsOf } from "../record.ts";
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
  ...known({ stage: textOf(record, "stage"), channel: textOf(record, "channel") }),
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
  ...known({ duration: numberOf(record, "duration"), purpose: textOf(record, "purpose") }),
});

export const decision: ReadAttributes<"decision"> = ({ record }) => ({
  status: textOf(record, "status") ?? "",
  by: textsOf(record, "by"),
  ...known({ date: textOf(record, "date") }),
});
