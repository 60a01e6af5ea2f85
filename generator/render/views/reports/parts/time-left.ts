import { durationOf } from "#model/duration.ts";
import type { Item } from "#model/item.ts";
import type { PageContext } from "../../../view.ts";
import { nothing } from "./text.ts";

const minute = 60_000;

/** What is left of the time in which the level of a blocker must answer, on the day of the page. */
export function timeLeft(
  { evaluation, words }: PageContext,
  { attributes }: Item<"blocker">,
  stage: Item<"stage"> | undefined,
): string {
  if (attributes.status !== "open") return nothing;
  const level = stage?.attributes.escalation.find((each) => each.level === attributes.level);
  const length = durationOf(level?.respondWithin ?? "") ?? NaN;
  const rest = momentOf(attributes.raised) + length - momentOf(evaluation.asOf);
  if (Number.isNaN(rest)) return words("plan.time-unknown");
  return words(rest < 0 ? "plan.time-over" : "plan.time-rest", { time: inHours(Math.abs(rest)) });
}

/** A day without a time is no moment: hours cannot be counted from it. */
const momentOf = (iso = ""): number => (iso.includes("T") ? Date.parse(iso) : NaN);

/** `3 h 20 min` */
function inHours(length: number): string {
  const minutes = Math.floor(length / minute);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [
    hours > 0 ? `${String(hours)} h` : "",
    rest > 0 || hours === 0 ? `${String(rest)} min` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
