import { codes, describeCode, findingPage } from "#diagnostics/describe-code.ts";
import type { PageContext, View } from "../../view.ts";

/** One finding that rastro can make: what it means, why it matters, how to mend it. */
export const finding: View = {
  template: "finding",
  target: "pages",
  plan: (_graph, { findings }) =>
    findings === undefined
      ? []
      : codes.map((code) => ({
          path: findingPage(code),
          title: () => code,
          origins: [findings],
          data: ({ language, words, prose, linkPage }: PageContext) => {
            const { severity, rule, about, message, hint, example } = describeCode(code, language);
            const body = (text: string) => prose({ text, location: findings });
            return {
              index: linkPage("findings.md", words("findings.title")),
              severity: words(`findings.${severity}`),
              rule: rule ?? "",
              about: body(about),
              message: message === undefined ? null : body(message),
              hint: hint === undefined ? null : body(hint),
              example: example ?? null,
              command: `rastro explain ${code}`,
            };
          },
        })),
};
