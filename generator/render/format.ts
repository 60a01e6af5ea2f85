import type { Language } from "#model/pages/page.ts";
import type { Format, Words } from "./view.ts";

// Written out, because what `Intl` answers depends on the version of its tables.
const months = {
  "pt-BR": ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};
const weekdays = {
  "pt-BR": ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};
const separators = {
  "pt-BR": { group: ".", decimal: "," },
  en: { group: ",", decimal: "." },
};

const isoPattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** How `language` writes dates and numbers; text that is not ISO 8601 stays as it is. */
export function formatOf(language: Language, words: Words): Format {
  const number = (value: number): string => formatNumber(value, language);
  return {
    date: (iso) => formatDate(iso, language),
    moment: (iso) => formatMoment(iso, language),
    number,
    ratio: (numerator, denominator) =>
      denominator === 0
        ? words("common.not-measurable")
        : `${number(numerator)}/${number(denominator)}`,
  };
}

function formatDate(iso: string, language: Language): string {
  const match = isoPattern.exec(iso);
  if (!match) return iso;
  const [, year = "", month, day] = match;
  return `${String(Number(day))} ${months[language][Number(month) - 1] ?? ""} ${year}`;
}

function formatMoment(iso: string, language: Language): string {
  const match = isoPattern.exec(iso);
  if (!match) return iso;
  const [, , , , time, offset] = match;
  const weekday = weekdays[language][new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? "";
  const clock = time === undefined ? "" : `, ${time}${formatOffset(offset)}`;
  return `${weekday} ${formatDate(iso, language)}${clock}`;
}

/** `Z` → ` UTC`, `-03:00` → ` UTC-3`; a time without an offset gets none. */
function formatOffset(offset: string | undefined): string {
  if (offset === undefined) return "";
  if (offset === "Z" || offset.endsWith("00:00")) return " UTC";
  const [hours = "", minutes] = offset.slice(1).split(":");
  const rest = minutes === "00" ? "" : `:${minutes ?? ""}`;
  return ` UTC${offset.charAt(0)}${String(Number(hours))}${rest}`;
}

function formatNumber(value: number, language: Language): string {
  const { group, decimal } = separators[language];
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  const sign = value < 0 ? "−" : "";
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return `${sign}${grouped}${fraction === undefined ? "" : `${decimal}${fraction}`}`;
}
