import { findClosed, findMerged, splitNumbers } from "#sources/git/messages/find-issues.ts";
import { toAddress } from "#sources/git/find-forge.ts";
import { loadMessageParser } from "#sources/git/messages/parse-message.ts";
import { parseTag } from "#sources/git/tags/parse-tag.ts";
import { loadConventions, type Meaning } from "#sources/git/messages/read-conventions.ts";
import { type Commit, CommitParser } from "conventional-commits-parser";
import createPreset from "conventional-changelog-conventionalcommits";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const names = (
  issues: readonly { mark: string; number: string; repository?: string; closes?: true }[],
) => issues.map((each) => `${each.repository ?? ""}${each.mark}${each.number}`);

describe("numbers of a forge", () => {
  test.each([
    ["busca por nome (#12)", "busca por nome", ["#12"]],
    ["busca (#12) (#34)", "busca", ["#12", "#34"]],
    ["busca (casa/outra#5)", "busca", ["casa/outra#5"]],
    ["busca (!7)", "busca", ["!7"]],
    ["busca (GH-8)", "busca", ["#8"]],
    ["busca (parte 2)", "busca (parte 2)", []],
    ["busca #12", "busca #12", []],
    ["(#12)", "(#12)", []],
  ])("at the end of `%s` are taken apart", (subject, text, issues) => {
    const found = splitNumbers(subject);
    expect([found.text, names(found.issues)]).toEqual([text, issues]);
  });

  test.each([
    ["Closes #1, #2 and #3", ["#1", "#2", "#3"]],
    ["fixes: casa/outra#4", ["casa/outra#4"]],
    ["Corrige #5 e #6; veja #7", ["#5", "#6"]],
    ["see #1, which prefixes #2", []],
    ["a caminho: lado/a/lado#9 resolves nothing", []],
    ["Resolved !11", ["!11"]],
  ])("`%s` says what it closes", (body, issues) => {
    expect(names(findClosed(body))).toEqual(issues);
  });

  test.each([
    ["Merge pull request #12 from ana/ramo", "Título", ["#12"]],
    ["Merge pull request 'Título' (#3) from ramo into main", "", ["#3"]],
    ["Merged in ramo (pull request #4)", "Título", ["!4"]],
    ["Merge branch 'ramo' into 'main'", "Título\n\nSee merge request casa/x!5", ["!5"]],
    ["Merge branch 'ramo'", "", []],
  ])("`%s` says which request it merged", (subject, body, issues) => {
    expect(names(findMerged(subject, body))).toEqual(issues);
  });
});

describe("a message that is read from its subject alone", () => {
  const pieces = [
    ..."feat fix feature wip ( ) ! : # 1 é `".split(" "),
    ...["api", " ", ": ", "!: ", "(api)", "\n", "\n\n", "\r\n", "\u2028", "gpg: x", "* ", "- "],
    ...[
      "BREAKING CHANGE: ",
      "BREAKING-CHANGE: x",
      "breaking change: y",
      "Refs: REQ-1",
      "Closes #2",
    ],
    ...['Revert "x"', "This reverts commit abc1234.", "Co-authored-by: Ana <a@b.c>"],
  ];

  const said = (texts: readonly string[]) => texts.map((each) => each.trim()).filter(Boolean);
  const told = ({ conventional, notes, reverts }: Meaning) => ({
    subject: conventional && [conventional.type, conventional.scope, conventional.description],
    notes: said(notes),
    reverts,
  });
  const parsed = ({ type, scope, subject, notes, revert }: Commit) => ({
    subject: type && subject ? [type, scope?.trim() || undefined, subject.trim()] : undefined,
    notes: said(notes.map(({ text }) => text)),
    reverts: revert?.["hash"] ?? undefined,
  });

  test("says what the parser of conventional commits says of it", async () => {
    const { read } = await loadConventions();
    const { parser } = createPreset() as { parser: ConstructorParameters<typeof CommitParser>[0] };
    const oracle = new CommitParser(parser);
    const messages = fc
      .array(fc.constantFrom(...pieces), { maxLength: 12 })
      .map((parts) => parts.join(""))
      .filter((message) => message.trim() !== "");
    fc.assert(
      fc.property(messages, (message) => {
        expect(told(read(message))).toEqual(parsed(oracle.parse(message)));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe("squashed commits", () => {
  test("each conventional subject of the body is a part, the commit's own is not", async () => {
    const parse = await loadMessageParser();
    const { parts, breaking, conventional } = parse(
      [
        "feat(api): busca por nome (#9)",
        "",
        "* feat(api): busca por nome",
        "* fix(api)!: não devolve mais vazio",
        "* wip",
        "- docs: exemplo",
        "",
        "Detalhes: nada de novo aqui.",
        "test: isto é a continuação da linha de cima",
        "",
        "perf: índice",
      ].join("\n"),
    );
    expect(conventional?.description).toBe("busca por nome (#9)");
    expect(parts?.map(({ type, description }) => `${type} ${description}`)).toEqual([
      "fix não devolve mais vazio",
      "docs exemplo",
      "perf índice",
    ]);
    expect(breaking).toEqual(["não devolve mais vazio"]);
  });

  test("what an update or a release quotes was done elsewhere", async () => {
    const parse = await loadMessageParser();
    const body = "\n\n* feat: do pacote\n* fix: do pacote";
    expect(parse(`build(deps): bump x from 1 to 2${body}`).parts).toBeUndefined();
    expect(parse(`chore(main): release 1.2.0${body}`).parts).toBeUndefined();
    expect(parse(`chore: arruma${body}`).parts).toHaveLength(2);
  });
});

describe("tags", () => {
  test.each([
    ["v1.2.3", undefined, "1.2.3"],
    ["1.2.3-rc.1", undefined, "1.2.3-rc.1"],
    ["v1", undefined, "1"],
    ["release-1.2.3", undefined, "1.2.3"],
    ["pkg@1.2.3", "pkg", "1.2.3"],
    ["@casa/pkg@1.2.3-beta.4", "@casa/pkg", "1.2.3-beta.4"],
    ["pkg-v1.2.3", "pkg", "1.2.3"],
    ["modulo/sub/v0.4.0", "modulo/sub", "0.4.0"],
    ["pkg2-1.0.0", "pkg2", "1.0.0"],
    ["2026-01-02", undefined, undefined],
    ["ponto-de-corte", undefined, undefined],
    ["ponto-2", undefined, undefined],
  ])("`%s` is of package %s in version %s", (tag, owner, version) => {
    expect(parseTag(tag)).toEqual({
      ...(owner !== undefined && { package: owner }),
      ...(version !== undefined && { version }),
    });
  });
});

describe("the address of a remote", () => {
  test.each([
    ["git@github.com:casa/obra.git", "https://github.com/casa/obra"],
    ["https://ana:segredo@gitlab.com/casa/sub/obra.git/", "https://gitlab.com/casa/sub/obra"],
    ["ssh://git@codeberg.org:2222/casa/obra", "https://codeberg.org/casa/obra"],
    ["https://forja.example.org:8443/casa/obra", "https://forja.example.org:8443/casa/obra"],
    ["/srv/git/obra.git", undefined],
    ["file:///srv/git/casa/obra", undefined],
    ["../obra", undefined],
    ["https://github.com/so-um", undefined],
    ["javascript:alert(1)//a/b", undefined],
    ['https://github.com/a/b"><script>', undefined],
  ])("`%s` is %s", (remote, address) => {
    expect(toAddress(remote)).toBe(address);
  });
});
