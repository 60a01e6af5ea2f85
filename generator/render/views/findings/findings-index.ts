import {
  type CodeDescription,
  codes,
  describeCode,
  findingPage,
} from "#diagnostics/describe-code.ts";
import type { PageContext, View } from "../../view.ts";

/** All findings that rastro can make, by the room that makes them. */
export const findingsIndex: View = {
  template: "findings-index",
  target: "pages",
  plan: (_graph, { findings }) =>
    findings === undefined
      ? []
      : [
          {
            path: "findings.md",
            title: (words) => words("findings.title"),
            origins: [findings],
            data: (context) => ({ rooms: rooms(context) }),
          },
        ],
};

function rooms(context: PageContext): readonly object[] {
  const { language, words } = context;
  const described = codes.map((code) => describeCode(code, language));
  return [...Map.groupBy(described, ({ code }) => code.replace(/\/.*/, ""))].map(
    ([room, found]) => ({
      title: words(`findings.room-${room}`),
      rows: found.map((each) => row(each, context)),
    }),
  );
}

function row({ code, severity, rule, about }: CodeDescription, context: PageContext): object {
  const [first = about] = /^.*?[.!?](?=\s|$)/s.exec(about) ?? [];
  return {
    code: context.linkPage(findingPage(code), code),
    rule: rule ?? "",
    severity: context.words(`findings.${severity}`),
    about: context.proseLine({ text: first, location: { file: "rastro.config.yaml" } }),
  };
}
