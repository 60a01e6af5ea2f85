/** A way a link can be right or wrong, as a folder that shows nothing else. */
export interface LinkCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** What is to be found; nothing for links that are right. */
  readonly code?: string;
  /** Where, in `guia.md` unless a file is named. */
  readonly place?: string;
  /** What is found is a note, not an error or a warning. */
  readonly isNote?: true;
}

const target = "# Alvo\n\n## Ação\n\n## Passo\n\n## Passo\n\n[volta](guia.md)\n";

/** A page with one line under test, beside a page with headings. */
const page = (line: string, more: Readonly<Record<string, string>> = {}) => ({
  "README.md": "# Início\n\n[guia](guia.md) [alvo](alvo.md)\n",
  "guia.md": `# Guia\n\n${line}\n`,
  "alvo.md": target,
  ...more,
});

const right = (name: string, files: LinkCase["files"]): LinkCase => ({ name, files });

const wrong = (
  name: string,
  files: LinkCase["files"],
  ...[code, place = "3:1"]: readonly [code: string, place?: string]
): LinkCase => ({
  name,
  files,
  code: `verify/${code}`,
  place,
});

const noted = (...args: Parameters<typeof wrong>): LinkCase => ({
  ...wrong(...args),
  isNote: true,
});

/** The classes in which link checkers differ. */
export const linkCases: readonly LinkCase[] = [
  right("a right anchor, percent-encoded", page("[x](alvo.md#a%C3%A7%C3%A3o)")),
  right("a right `<a id>`", page('<a id="aqui"></a>\n\n[x](#aqui)')),
  right("a right `<h3 id>`", page('<h3 id="la">Lá</h3>\n\n[x](#la)')),
  right("a folder with a README", page("[x](pasta)", { "pasta/README.md": "# Pasta\n" })),
  right("a path from the root", page("[x](/alvo.md)")),
  wrong("a missing file", page("[x](falta.md)"), "missing-file"),
  wrong("a missing picture", page("![foto](falta.png)"), "missing-image"),
  wrong("a definition of a missing file", page("[x][y]\n\n[y]: falta.md"), "missing-file", "5:1"),
  wrong("a missing anchor of the page itself", page("[x](#falta)"), "missing-anchor"),
  wrong("a missing anchor of another page", page("[x](alvo.md#falta)"), "missing-anchor"),
  wrong("a file in another case", page("[x](Alvo.md)"), "wrong-case"),
  wrong("an anchor in another case", page("[x](alvo.md#Ação)"), "wrong-case-anchor"),
  wrong("an anchor without its accents", page("[x](alvo.md#acao)"), "accent-variant-anchor"),
  wrong("the third of two equal headings", page("[x](alvo.md#passo-2)"), "missing-anchor"),
  wrong("an undefined reference", page("[texto][rótulo]"), "undefined-reference"),
  wrong("a missing file in `<a href>`", page('<a href="falta.md">x</a>'), "missing-file"),
  wrong("a missing file in `<img src>`", page('<img src="falta.png" alt="x">'), "missing-image"),
  noted(
    "a folder without an index",
    page("[x](pasta/)", { "pasta/nota.txt": "" }),
    "directory-without-index",
  ),
  wrong("a backslash", page("[x](sub\\outra.md)", { "sub/outra.md": "# O\n" }), "backslash"),
  wrong("a percent sign that encodes nothing", page("[x](a%ZZ.md)"), "malformed-encoding"),
  wrong(
    "accents in another Unicode form",
    page("[x](de\u0301cada.md)", { "d\u00e9cada.md": "# D\n" }),
    "other-unicode-form",
  ),
  wrong("an empty address", page("[x]()"), "empty-link"),
  wrong("a `#` alone", page("[x](#)"), "empty-fragment"),
  wrong("a link out of the folder", page("[x](../fora.md)"), "leaves-folder"),
  wrong(
    "the address of a missing file of the repository itself",
    page("[x](https://github.com/dona/nome/blob/main/falta.md)", {
      ".git/config": '[remote "origin"]\n\turl = git@github.com:dona/nome.git\n',
      ".git/HEAD": "ref: refs/heads/main\n",
    }),
    "missing-file",
  ),
  wrong("`javascript:`", page("[x](javascript:alert)"), "refused-scheme"),
  noted("`localhost`", page("[x](http://localhost:3000/)"), "private-host"),
  wrong("an undefined footnote", page("texto[^1]"), "undefined-footnote", "3:6"),
  noted("a page without a link to it", page("x", { "so.md": "# Só\n" }), "orphan-page", "so.md:1"),
  noted("a repeated heading", page("## Guia"), "repeated-anchor"),
  noted("an anchor that depends on a count", page("[x](alvo.md#passo-1)"), "unstable-anchor"),
];
