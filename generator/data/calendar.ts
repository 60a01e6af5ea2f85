/** Whether the calendar has the day that an ISO 8601 date or moment begins with. */
export function isInCalendar(date: string): boolean {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  // `2026-02-30` becomes March 2 in JavaScript: a day that exists is written back the same.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date.slice(0, 10));
}
