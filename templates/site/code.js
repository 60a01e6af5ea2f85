// The colours of code. Its text stays as it is: the browser paints ranges of it, so that neither
// the pages nor a reader without scripts carry anything for it.
"use strict";
if (window.Highlight && CSS.highlights) {
  const strings = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
  const number = String.raw`\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?\b`;
  const words = (list) => String.raw`\b(?:${list.trim().replace(/\s+/g, "|")})\b`;
  const values = "true false null none undefined";

  /** The kinds of a language in the order in which they are looked for. */
  const grammar = (parts, flags = "gm") =>
    new RegExp(
      Object.entries(parts)
        .map(([name, pattern]) => `(?<${name}>${pattern})`)
        .join("|"),
      flags,
    );

  const script = grammar({
    note: String.raw`\/\/.*|\/\*[^]*?\*\/`,
    text: `${strings}|\`(?:[^\`\\\\]|\\\\.)*\``,
    word: words(`abstract as async await break case catch class const continue declare default
      delete do else enum export extends extern finally fn for from function get if implements
      import in instanceof interface is keyof let new of package private protected public readonly
      return satisfies set static struct super switch this throw try type typeof unknown use var
      void while with yield any boolean never number object string`),
    value: `${number}|${words(values)}`,
  });
  const shell = grammar({
    note: String.raw`(?<=^|\s)#.*`,
    text: String.raw`"(?:[^"\\]|\\.)*"|'[^']*'`,
    name: String.raw`(?<=\s)--?[A-Za-z][\w-]*|\$\{?\w+\}?`,
    word: String.raw`^[ \t]*[\w./-]+(?=\s|$)|(?<=[|&;]\s*)[\w./-]+(?=\s)`,
    value: number,
  });
  const sql = grammar(
    {
      note: String.raw`--.*|\/\*[^]*?\*\/`,
      text: "'(?:[^']|'')*'",
      word: words(`add after all alter and any as asc authenticated before begin between by cascade
        case cast check column comment commit concurrently conflict constraint create cross
        current_user declare default definer delete desc distinct do drop each else end except
        execute exists extension for foreign from full function grant group having if in index
        inner insert intersect into is join key language lateral left like limit loop materialized
        not nothing of offset on only or order outer over partition perform permissive plpgsql
        policy primary procedure range references refresh replace restrict restrictive return
        returning returns revoke right role row rows schema security select sequence set setof
        stable table temporary then to trigger truncate type union unique unlogged update using
        values view volatile when where while window with`),
      value: `${number}|${words(values)}`,
      name: words(`bigint bool boolean bytea char date double geography geometry inet int integer
        interval json jsonb numeric precision real serial smallint text time timestamp timestamptz
        tsvector uuid varchar`),
    },
    "gim",
  );
  const python = grammar({
    note: "#.*",
    text: `"""[^]*?"""|${strings}`,
    word: words(`and as assert async await break class continue def del elif else except finally
      for from global if import in is lambda not or pass raise return try while with yield`),
    value: `${number}|${words("True False None")}`,
  });
  const yaml = grammar({
    note: String.raw`(?<=^|\s)#.*`,
    name: String.raw`(?<=^[ \t]*(?:- +)*|[{,]\s*)[\w./$-]+(?=:(?:\s|$))`,
    text: strings,
    value: `${number}|${words(values)}`,
  });
  const json = grammar({
    name: String.raw`"(?:[^"\\\n]|\\.)*"(?=\s*:)`,
    text: String.raw`"(?:[^"\\\n]|\\.)*"`,
    value: `-?${number}|${words(values)}`,
  });
  const diff = grammar({ gone: "^-.*", text: String.raw`^\+.*`, note: "^@@.*" });
  const markup = grammar({
    note: "<!--[^]*?-->",
    name: String.raw`<\/?[\w:-]+|\/?>`,
    text: `"[^"]*"`,
  });

  const languages = { bash: shell, console: shell, sh: shell, shell, zsh: shell, curl: shell };
  Object.assign(languages, { sql, pgsql: sql, postgresql: sql, python, py: python, diff });
  Object.assign(languages, { yaml, yml: yaml, toml: yaml, json, jsonc: json, html: markup });
  Object.assign(languages, { xml: markup, svg: markup });
  for (const name of "ts tsx js jsx typescript javascript java go rust c cpp css php".split(" ")) {
    languages[name] = script;
  }

  const highlights = {};
  for (const name of ["note", "text", "word", "value", "name", "gone"]) {
    highlights[name] = new Highlight();
    CSS.highlights.set(`rastro-${name}`, highlights[name]);
  }

  const paint = (code) => {
    const language = /\blanguage-([\w-]+)/.exec(code.className)?.[1];
    const expression = languages[language];
    const node = code.firstChild;
    if (!expression || code.childNodes.length !== 1 || node.length > 200_000) return;
    for (const found of node.data.matchAll(expression)) {
      const [kind] = Object.entries(found.groups).find(([, text]) => text !== undefined) ?? [];
      if (kind === undefined || found[0] === "") continue;
      highlights[kind].add(
        new StaticRange({
          startContainer: node,
          startOffset: found.index,
          endContainer: node,
          endOffset: found.index + found[0].length,
        }),
      );
    }
  };

  // Only what is nearly seen: a long page has hundreds.
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        paint(target.firstElementChild);
      }
    },
    { rootMargin: "600px" },
  );
  for (const pre of document.querySelectorAll("article pre:has(> code[class])")) {
    watcher.observe(pre);
  }
}
