import { diagnose, type Diagnostic } from "#diagnostics/index.ts";
import { isDeclared } from "./conflicts/conflicts.ts";
import { type DataRecord, placeOf, recordAt, textOf } from "./record.ts";

/** Keys that hold dates. `weekday` belongs to the first of them that is there. */
const dateKeys = ["date", "start", "due", "time", "raised", "end"] as const;

/** From Sunday, as calendars count. */
const weekdays = {
  pt: [
    "domingo",
    "segunda-feira",
    "terça-feira",
    "quarta-feira",
    "quinta-feira",
    "sexta-feira",
    "sábado",
  ],
  en: ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
} as const;

/** Dates that no calendar has, weekdays that are not those of their date, ends before beginnings. */
export function checkDates(record: DataRecord): readonly Diagnostic[] {
  const before = recordAt(record.file, [...record.path, "before"]);
  return [
    ...dateKeys.flatMap((key) => checkExistence(record, key)),
    ...checkWeekday(record),
    ...checkOrder(record),
    ...(before ? checkDates(before) : []),
  ];
}

/** Midnight of the day as written, whatever its zone; none when it is no date at all. */
function dayOf(date: string | undefined): Date | undefined {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(date ?? "") ?? [];
  return day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
}

/** `2026-02-30` becomes March 2 in JavaScript: a date that exists is written back the same. */
const exists = (date: string, day: Date): boolean =>
  !Number.isNaN(day.getTime()) &&
  date.startsWith(day.toISOString().slice(0, 10)) &&
  !Number.isNaN(Date.parse(date));

function checkExistence(record: DataRecord, key: string): readonly Diagnostic[] {
  const date = textOf(record, key);
  const day = dayOf(date);
  if (date === undefined || day === undefined || exists(date, day)) return [];
  return [diagnose("sources/programme-no-such-date", { date }, { location: placeOf(record, key) })];
}

function checkWeekday(record: DataRecord): readonly Diagnostic[] {
  const weekday = textOf(record, "weekday");
  const date = dateKeys.map((key) => textOf(record, key)).find((value) => value !== undefined);
  const day = dayOf(date);
  if (weekday === undefined || date === undefined || !day || !exists(date, day)) return [];
  const language = (["pt", "en"] as const).find((each) =>
    weekdays[each].some((name) => name === weekday),
  );
  // What is no weekday at all was reported by the schema.
  if (language === undefined) return [];
  const right = weekdays[language][day.getUTCDay()] ?? "";
  if (weekday === right || isDeclared(record, "weekday")) return [];
  return [
    diagnose(
      "sources/programme-wrong-weekday",
      { date: date.slice(0, 10), weekday, right },
      { location: placeOf(record, "weekday"), suggestions: [right] },
    ),
  ];
}

function checkOrder(record: DataRecord): readonly Diagnostic[] {
  const [start, end] = [textOf(record, "start"), textOf(record, "end")];
  if (start === undefined || end === undefined || isDeclared(record, "end")) return [];
  if (!endsBefore(start, end)) return [];
  return [
    diagnose(
      "sources/programme-ends-before-start",
      { start, end },
      { location: placeOf(record, "end") },
    ),
  ];
}

/** A day without a time lasts until its end: then only the days can be compared. */
function endsBefore(start: string, end: string): boolean {
  if (start.includes("T") && end.includes("T")) return Date.parse(end) < Date.parse(start);
  const [from, to] = [dayOf(start)?.getTime(), dayOf(end)?.getTime()];
  return from !== undefined && to !== undefined && to < from;
}
