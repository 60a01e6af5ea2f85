const limit = /^(?:minvalue|maxvalue|null)$/i;

/** Whether a bound can be a value of the key's type; what is not known fits. */
export function fitsType(value: string, type: string): boolean {
  if (limit.test(value)) return true;
  const [, text] = /^'([^']*)'(?:::[\w\s]+)?$/.exec(value) ?? [];
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(value);
  if (/^(?:small|big)?int(?:eger|[248])?$/i.test(type))
    return text === undefined || /^\s*[-+]?\d+\s*$/.test(text);
  if (/^(?:date|timestamp|timestamptz)\b/i.test(type))
    return text === undefined ? !isNumber : isCalendarDay(text);
  return true;
}

const months = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of dates that are written year first; PostgreSQL reads many other forms. */
function isCalendarDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]|$)/.exec(text) ?? [];
  if (year === undefined) return true;
  const [years, number, days] = [Number(year), Number(month), Number(day)];
  const isLeap = (years % 4 === 0 && years % 100 !== 0) || years % 400 === 0;
  const last = number === 2 && !isLeap ? 28 : (months[number - 1] ?? 0);
  return days >= 1 && days <= last;
}
