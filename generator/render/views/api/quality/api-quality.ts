import { catalogue, type DiagnosticCode, toFinding } from "#diagnostics/index.ts";
import type { LintFinding } from "#model/evaluation.ts";
import type { Item } from "#model/item.ts";
import type { PageContext, View } from "../../../view.ts";
import { type ApiLayout, layoutsOf } from "../layout.ts";

/** The share of each kind of part that is described. */
export const coverageRows = (
  { attributes: { quality } }: Item<"api">,
  { words, format }: PageContext,
): readonly object[] =>
  (quality?.coverage ?? []).map(({ part, good, all }) => ({
    part: words(`api-quality.part-${part}`),
    ratio: format.ratio(good, all),
    percent: all === 0 ? "–" : `${format.number(Math.floor((good / all) * 100))} %`,
  }));

export const qualityPath = ({ index }: ApiLayout): string =>
  index.replace(/index\.md$/, "quality.md");

/** What could be better in one document, by rule, each with how to mend it. */
export const apiQuality: View = {
  template: "api-quality",
  target: "api",
  plan: (graph) =>
    layoutsOf(graph).flatMap((layout) =>
      layout.api.attributes.quality === undefined
        ? []
        : [
            {
              path: qualityPath(layout),
              title: (words) => words("api-quality.title", { api: layout.api.title }),
              origins: [layout.api.location],
              data: (context) => qualityData(layout, context),
            },
          ],
    ),
};

function qualityData({ api }: ApiLayout, context: PageContext): object {
  const { evaluation, graph } = context;
  const findings = evaluation.apiLint.filter(({ item }) => {
    const owner = graph.items.get(item);
    const { name } = api.attributes;
    return owner?.kind === "operation" || owner?.kind === "schema"
      ? owner.attributes.api === name
      : item === api.id;
  });
  return {
    api: context.link(api.id),
    coverage: coverageRows(api, context),
    rules: [...Map.groupBy(findings, ({ code }) => code)].map(([code, members]) =>
      ruleSection(code, members, context),
    ),
    place: context.place(api.location),
  };
}

/** Of one rule no reader wants more; `check` prints every one. */
const most = 200;

function ruleSection(code: string, findings: readonly LintFinding[], context: PageContext): object {
  const { language, format, words } = context;
  const { about } = catalogue[code as DiagnosticCode][language === "en" ? "en" : "pt"];
  const [first] = findings;
  const rule = code.replace("evaluate/api-", "");
  const left = findings.length - most;
  return {
    rule,
    count: format.number(findings.length),
    about: first ? context.prose({ text: about, location: first.location }) : "",
    findings: findings.slice(0, most).map((each) => findingRow(each, context)),
    more: left > 0 ? words("api-quality.more", { n: format.number(left) }) : "",
  };
}

function findingRow({ code, severity, item, location, args }: LintFinding, context: PageContext) {
  // Messages put names between backticks, and a name may hold one.
  const plain = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, String(value).replaceAll("`", "'")]),
  );
  const { message } = toFinding(
    { code: code as DiagnosticCode, args: plain, severity },
    context.language,
  );
  return {
    object: context.link(item),
    message: context.proseLine({ text: message, location }),
    place: context.place(location),
  };
}
