import { escapeMarkdown } from "#markdown/index.ts";
import { badgeMark } from "#model/pages/region.ts";

/** What a badge says, and how much of the whole that is. */
export interface Badge {
  readonly label: string;
  readonly value: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** A badge as SVG that needs no network, no script and no font of its own. */
export function badgeSvg({ label, value, share }: Badge): string {
  const text = (words: string): string => escapeMarkdown(words, "html");
  const [left, right] = [widthOf(label), widthOf(value)];
  const words = (part: string, from: number, width: number): string =>
    `  <text x="${String(from + width / 2)}" y="14" textLength="${String(width - 12)}">${text(part)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(left + right)}" height="20" role="img">`,
    `${badgeMark}<title>${text(`${label}: ${value}`)}</title>`,
    `<rect width="${String(left)}" height="20" fill="#444"/>`,
    `<rect x="${String(left)}" width="${String(right)}" height="20" fill="${colourOf(share)}"/>`,
    `<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    words(label, 0, left),
    words(value, left, right),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

/** As wide as the font is on average, with room on both sides. */
const widthOf = (words: string): number => Math.round(Array.from(words).length * 6.6) + 12;

/** White stays readable on each. */
const colourOf = (share: number): string =>
  share >= 1 ? "#1a7f37" : share >= 0.8 ? "#4d7c0f" : share >= 0.5 ? "#a15c00" : "#b42318";
