import type { DiagnosticCode } from "../index.ts";

/** A page with the mistake, and the same page without it. */
export interface Example {
  readonly wrong: string;
  readonly right: string;
}

/**
 * What the codes of the link check look like. A test runs every one of them beside `guide.md` with the
 * headings `Step` (twice) and `Ação`, a draft `draft.md`, `photo.png`, `data.csv` and `files/list.txt`.
 */
export const examples: Partial<Readonly<Record<DiagnosticCode, Example>>> = {
  "verify/accent-variant-anchor": { wrong: "[x](guide.md#acao)", right: "[x](guide.md#ação)" },
  "verify/anchor-into-file": { wrong: "[x](data.csv#total)", right: "[x](data.csv)" },
  "verify/backslash": { wrong: "[x](files\\list.txt)", right: "[x](files/list.txt)" },
  "verify/bad-address": { wrong: "[x](mailto:ana)", right: "[x](mailto:ana@host.example)" },
  "verify/directory-without-index": { wrong: "[x](files/)", right: "[x](files/list.txt)" },
  "verify/draft-target": { wrong: "[x](draft.md)", right: "[x](guide.md)" },
  "verify/duplicate-footnote": {
    wrong: "Text.[^1]\n\n[^1]: One.\n\n[^1]: Two.",
    right: "Text.[^1][^2]\n\n[^1]: One.\n\n[^2]: Two.",
  },
  "verify/empty-fragment": { wrong: "[x](#)", right: "[x](#top)" },
  "verify/empty-link": { wrong: "[x]()", right: "[x](guide.md)" },
  "verify/image-without-text": { wrong: "![](photo.png)", right: "![The house](photo.png)" },
  "verify/insecure-url": { wrong: "[x](http://host.example)", right: "[x](https://host.example)" },
  "verify/invalid-anchor": { wrong: '<a id="a b"></a>', right: '<a id="a-b"></a>' },
  "verify/leaves-folder": { wrong: "[x](../other.md)", right: "[x](guide.md)" },
  "verify/malformed-encoding": { wrong: "[x](50%.md)", right: "[x](guide.md)" },
  "verify/missing-anchor": { wrong: "[x](guide.md#nothing)", right: "[x](guide.md#step)" },
  "verify/missing-extension": { wrong: "[x](guide)", right: "[x](guide.md)" },
  "verify/missing-file": { wrong: "[x](nothing.md)", right: "[x](guide.md)" },
  "verify/missing-image": { wrong: "![x](nothing.png)", right: "![x](photo.png)" },
  "verify/missing-wiki-target": { wrong: "[[Nothing]]", right: "[[Guide]]" },
  "verify/private-host": { wrong: "[x](http://localhost:80)", right: "`http://localhost:80`" },
  "verify/refused-scheme": { wrong: "[x](javascript:go)", right: "[x](guide.md)" },
  "verify/repeated-anchor": { wrong: "## Step\n\n## Step", right: "## Step\n\n## Next step" },
  "verify/shadowed-definition": {
    wrong: "[x][g]\n\n[g]: guide.md\n[g]: data.csv",
    right: "[x][g]\n\n[g]: guide.md",
  },
  "verify/undefined-footnote": { wrong: "Text.[^1]", right: "Text.[^1]\n\n[^1]: A note." },
  "verify/undefined-reference": {
    wrong: "[the guide][guide]",
    right: "[the guide][guide]\n\n[guide]: guide.md",
  },
  "verify/unstable-anchor": { wrong: "[x](guide.md#step-1)", right: "[x](guide.md#step)" },
  "verify/unused-definition": { wrong: "[g]: guide.md", right: "[x][g]\n\n[g]: guide.md" },
  "verify/unused-footnote": { wrong: "[^1]: A note.", right: "Text.[^1]\n\n[^1]: A note." },
  "verify/wrong-case": { wrong: "[x](Guide.md)", right: "[x](guide.md)" },
  "verify/wrong-case-anchor": { wrong: "[x](guide.md#Step)", right: "[x](guide.md#step)" },
};
