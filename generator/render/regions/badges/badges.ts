import { escapeMarkdown } from "#markdown/index.ts";
import type { Coverage } from "#model/evaluation.ts";
import { stableName } from "../../stable-name.ts";
import { badgeSvg } from "./badge-svg.ts";
import { steadyCoverage } from "../coverage.ts";
import { pathBetween } from "../paths.ts";
import type { RegionKind } from "../region.ts";

/** What of all there is counts, as pictures that lie beside the file. */
export const badgesRegion: RegionKind = {
  options: ["folder"],
  of: "project",
  make: ({ file, region, words }, project) => {
    const folder = (region.options["folder"] ?? "badges").replace(/\/+$/, "");
    if (!isPlainPath(folder)) return { impossible: "outside-root", option: "folder" };
    const prefix = project.project.name === "" ? "" : `${stableName(project.project.name)}-`;
    const badges = steadyCoverage(project).map((coverage) => {
      const label = words(`reports.coverage-${coverage.name}`);
      return {
        file: `${folder}/${prefix}${coverage.name}.svg`,
        alt: `${label}: ${percent(coverage)}`,
        content: badgeSvg({ label, value: percent(coverage), share: shareOf(coverage) }),
      };
    });
    const lines = badges.map(
      (badge) =>
        `![${escapeMarkdown(badge.alt, "link-text")}](${escapeMarkdown(pathBetween(file, badge.file), "destination")})`,
    );
    return { lines: lines.length > 0 ? lines : [words("regions.nothing")], files: badges };
  },
};

const isPlainPath = (path: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !path.split("/").some((part) => /^\.+$/.test(part));

const shareOf = ({ numerator, denominator }: Coverage): number => numerator / denominator;

/** Rounded down: what is not whole never reads 100 %. */
const percent = (coverage: Coverage): string => `${String(Math.floor(shareOf(coverage) * 100))} %`;
