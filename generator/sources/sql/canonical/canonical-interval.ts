const units: Readonly<
  Partial<Record<string, readonly [months: number, days: number, seconds: number]>>
> = {
  year: [12, 0, 0],
  yr: [12, 0, 0],
  y: [12, 0, 0],
  mon: [1, 0, 0],
  month: [1, 0, 0],
  week: [0, 7, 0],
  w: [0, 7, 0],
  day: [0, 1, 0],
  d: [0, 1, 0],
  hour: [0, 0, 3600],
  hr: [0, 0, 3600],
  h: [0, 0, 3600],
  minute: [0, 0, 60],
  min: [0, 0, 60],
  m: [0, 0, 60],
  second: [0, 0, 1],
  sec: [0, 0, 1],
  s: [0, 0, 1],
};

const part = /([+-]?\d+(?:\.\d+)?)\s*([a-z]+)|([+-]?)(\d+):(\d+)(?::(\d+(?:\.\d+)?))?/gi;

/** A length of time by months, days and seconds: `1 hour` is `01:00:00`. */
export function canonicalInterval(written: string): string {
  let [months, days, seconds] = [0, 0, 0];
  for (const [, count, word = "", sign, hour, minute, second = "0"] of written.matchAll(part)) {
    if (count === undefined) {
      const all = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
      seconds += sign === "-" ? -all : all;
      continue;
    }
    const unit = units[word.toLowerCase()] ?? units[word.toLowerCase().replace(/s$/, "")];
    if (unit === undefined) return written;
    months += Number(count) * unit[0];
    days += Number(count) * unit[1];
    seconds += Number(count) * unit[2];
  }
  return `${String(months)} months ${String(days)} days ${String(seconds)} s`;
}
