import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { checkDates } from "./dates.ts";
import { missingOfRun } from "./nouns/evidence.ts";
import type { Entry } from "./nouns/noun.ts";
import { numberOf, placeOf, recordsOf } from "./record.ts";

/** What a schema cannot say about one record. */
export const checkEntry = (entry: Entry): readonly Diagnostic[] => [
  ...checkDates(entry.record),
  ...checkAgenda(entry),
  ...checkRun(entry),
];

function checkAgenda({ record, kind }: Entry): readonly Diagnostic[] {
  const duration = numberOf(record, "duration");
  const topics = recordsOf(record, "agenda");
  if (kind !== "sync" || duration === undefined || topics.length === 0) return [];
  const sum = topics.reduce((minutes, topic) => minutes + (numberOf(topic, "minutes") ?? 0), 0);
  if (sum === duration) return [];
  return [
    diagnose(
      "sources/programme-agenda-does-not-add-up",
      { sum, duration },
      { location: placeOf(record, "duration") },
    ),
  ];
}

function checkRun({ record, kind, name }: Entry): readonly Diagnostic[] {
  const missing = kind === "measurement" ? missingOfRun(record) : [];
  if (missing.length === 0) return [];
  return [
    diagnose(
      "sources/programme-measured-without-run",
      { id: name, missing },
      { location: placeOf(record, "grade") },
    ),
  ];
}
