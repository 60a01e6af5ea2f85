const units: Readonly<Record<string, number>> = { min: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds out of `2 h`, also inside words: `menos de 30 min`. */
export function durationOf(text: string): number | undefined {
  const [, value = "", unit = ""] = /(\d+(?:[.,]\d+)?)\s*(min|h|d)(?![\p{L}])/u.exec(text) ?? [];
  const length = units[unit];
  return length === undefined ? undefined : Number(value.replace(",", ".")) * length;
}

/** A moment later, in the zone that it is written in; undefined for a day without a time. */
export function addDuration(moment: string, duration: string): string | undefined {
  const length = durationOf(duration);
  const [, zone] = /T.*?(Z|[+-]\d{2}:\d{2})$/.exec(moment) ?? [];
  if (length === undefined || zone === undefined) return undefined;
  const local = Date.parse(moment) + offsetOf(zone) + length;
  return Number.isNaN(local) ? undefined : `${new Date(local).toISOString().slice(0, 16)}${zone}`;
}

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const [hours = "0", minutes = "0"] = zone.slice(1).split(":");
  const length = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return zone.startsWith("-") ? -length : length;
}
