// The search palette. The index comes in scripts, each when it is needed: a page that was opened
// from a disk may load scripts, and nothing else.
"use strict";
{
  const { root, word, load } = window.rastro;
  const language = document.documentElement.lang;
  const shownResults = 60;
  const rankedEntries = 400;

  // Reading the index

  const parts = new Map();
  const loading = new Map();

  window.rastroSearch = (name, value) => parts.set(name, value);

  const part = (name) => {
    const started = loading.get(name) ?? load(`search/${language}/${name}.js`);
    loading.set(name, started);
    return started.then(() => parts.get(name));
  };

  const entryOf = async (number) => {
    const { pieceSize } = await part("contents");
    const piece = await part(`entries-${Math.floor(number / pieceSize)}`);
    return piece[number % pieceSize];
  };

  // Words

  const plurals = [
    [/(?:oes|aes|aos)$/, "ao"],
    [/ais$/, "al"],
    [/eis$/, "el"],
    [/ois$/, "ol"],
    [/uis$/, "ul"],
    [/ns$/, "m"],
    [/([rz])es$/, "$1"],
    [/([^s])s$/, "$1"],
  ];

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  const singular = (term) => {
    if (term.length < 4 || /\d/.test(term)) return term;
    const rule = plurals.find(([end]) => end.test(term));
    return rule ? term.replace(...rule) : term;
  };

  // `OPT-1` is found where OPT1 is written, and the other way round.
  const wordsOf = (query) =>
    (fold(query).match(/[\p{L}\p{N}_]+(?:[-._][\p{L}\p{N}_]+)*/gu) ?? []).map((written) => {
      const pieces = written.split(/[-._]+/).filter((piece) => piece !== "");
      return pieces.length > 1 ? [[pieces.join("")], pieces] : [pieces];
    });

  /** How many signs differ, as far as `most`; two that changed places count as one. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before;
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row++) {
      const line = [row];
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        line[column] = Math.min(
          last[column] + 1,
          line[column - 1] + 1,
          last[column - 1] + (same ? 0 : 1),
        );
        const swapped =
          row > 1 &&
          column > 1 &&
          one[row - 1] === other[column - 2] &&
          one[row - 2] === other[column - 1];
        if (swapped) line[column] = Math.min(line[column], before[column - 2] + 1);
      }
      before = last;
      last = line;
    }
    return last[other.length];
  };

  // Finding

  /** The pieces of the index in which terms with the word's first letters are. */
  const termsFor = async (term) => {
    const { shards } = await part("contents");
    const start = term.slice(0, 2);
    const wanted = shards.flatMap((first, index) => {
      const next = shards[index + 1];
      const ends = next !== undefined && next < start && !next.startsWith(start);
      return ends || (first > start && !first.startsWith(start)) ? [] : [index];
    });
    return (await Promise.all(wanted.map((index) => part(`terms-${index}`)))).flat();
  };

  const likeness = (asked, term) => {
    if (term === asked.term || singular(term) === asked.stem) return 1;
    // The beginning of a number is another number.
    if (/^\d+$/.test(asked.term) || !term.startsWith(asked.stem)) return 0;
    return 0.5 + (0.4 * asked.stem.length) / term.length;
  };

  const typo = (asked, term) => {
    const most = asked.stem.length < 4 ? 0 : asked.stem.length < 8 ? 1 : 2;
    if (most === 0 || term[0] !== asked.stem[0] || term[1] !== asked.stem[1]) return 0;
    const far = Math.min(
      distance(asked.stem, singular(term), most),
      distance(asked.stem, term.slice(0, asked.stem.length), most) + 0.5,
    );
    return far > most ? 0 : 0.4 / far;
  };

  /** Adds up, for each entry, how well one term of the question fits it. */
  const scoresOf = async (term) => {
    const { total } = await part("contents");
    const asked = { term, stem: singular(term) };
    const all = await termsFor(term);
    const rate = (how) =>
      all.map((row) => [row, how(asked, row[0])]).filter(([, weight]) => weight > 0);
    const found = rate(likeness);
    const scores = new Map();
    const add = (steps, weight) => {
      let number = 0;
      for (const step of steps) {
        number += step;
        scores.set(number, Math.max(scores.get(number) ?? 0, weight));
      }
    };
    for (const [[, titles, texts], weight] of found.length > 0 ? found : rate(typo)) {
      const rarity = Math.log(1 + total / (1 + titles.length + texts.length));
      add(texts, weight * rarity);
      add(titles, weight * (3 * rarity + 4));
    }
    return scores;
  };

  /** Entries that fit all of the lists, their scores added up. */
  const meet = (lists) => {
    const [first, ...rest] = lists.toSorted((one, other) => one.size - other.size);
    return new Map(
      [...first].flatMap(([number, score]) => {
        const others = rest.map((list) => list.get(number));
        return others.includes(undefined)
          ? []
          : [[number, others.reduce((sum, each) => sum + each, score)]];
      }),
    );
  };

  const best = (lists) => {
    const all = new Map();
    for (const list of lists)
      for (const [number, score] of list) all.set(number, Math.max(all.get(number) ?? 0, score));
    return all;
  };

  const scoresOfWord = async (ways) =>
    best(await Promise.all(ways.map(async (way) => meet(await Promise.all(way.map(scoresOf))))));

  const together = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular).join("");

  /** What bears the very name that is asked for comes first, then short titles, then sections. */
  const fitness = (query, { title, name, kind, isPage }) => {
    const asked = together(query);
    const own = together(title);
    const isNamed =
      together(name) === asked ? 6 : own === asked ? 4 : own.startsWith(asked) ? 1.3 : 1;
    const shortness = 1 + 4 / (4 + title.split(" ").length);
    return isNamed * shortness * (kind === "section" ? 0.7 : isPage ? 1.3 : 1);
  };

  /** The numbers of what is found, best first. */
  const find = async (query) => {
    const words = wordsOf(query);
    const lists = await Promise.all(words.map(scoresOfWord));
    // A small word that is everywhere stands in no index.
    const telling = lists.filter((list, index) => list.size > 0 || words[index][0][0].length > 3);
    if (telling.length === 0) return [];
    return [...meet(telling)]
      .sort(([one, first], [other, second]) => second - first || one - other)
      .map(([number, score]) => ({ number, score }));
  };

  const resultOf = async ({ number, score }, query) => {
    const [title, href, kind, page, trail, name = "", stage = "", status = "", owner = ""] =
      await entryOf(number);
    const { kinds, states } = await part("contents");
    const [pageTitle, path, , , pageTrail] = page === number ? [] : await entryOf(page);
    return {
      title,
      name,
      score: score * fitness(query, { title, name, kind, isPage: page === number }),
      href: root + (path === undefined ? href : path + href),
      trail: path === undefined ? trail : `${pageTrail} › ${pageTitle}`,
      kind: kind === "section" || kind === "page" ? word(kind) : (kinds[kind] ?? kind),
      stage,
      status: states[status] ?? status,
      owner,
    };
  };

  const search = async (query) => {
    const found = await find(query);
    const results = await Promise.all(
      found.slice(0, rankedEntries).map((each) => resultOf(each, query)),
    );
    return {
      results: results.sort((one, other) => other.score - one.score),
      total: found.length,
    };
  };

  // The palette

  const make = (tag, properties = {}, ...children) => {
    const { attributes = {}, ...own } = properties;
    const element = Object.assign(document.createElement(tag), own);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const input = make("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: false,
    placeholder: word("search"),
    attributes: {
      role: "combobox",
      "aria-label": word("search"),
      "aria-expanded": "true",
      "aria-autocomplete": "list",
      "aria-controls": "site:results",
    },
  });
  const close = make("button", { type: "button", textContent: word("close") });
  const facetNames = ["kind", "stage", "status", "owner"];
  const chosen = {};
  const selects = facetNames.map((name) =>
    make("select", { attributes: { "aria-label": word(`facet-${name}`) } }),
  );
  const facets = make("div", { className: "facets" }, ...selects);
  const count = make("p", { className: "count", attributes: { role: "status" } });
  const list = make("div", {
    id: "site:results",
    className: "results",
    tabIndex: -1,
    attributes: { role: "listbox", "aria-label": word("search") },
  });
  const palette = make(
    "dialog",
    { className: "palette", attributes: { "aria-label": word("search") } },
    make("div", { className: "asking" }, input, close),
    facets,
    count,
    list,
    make("p", { className: "hint", textContent: word("hint") }),
  );
  document.body.append(palette);

  let active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];

  const choose = (index) => {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length === 0 ? -1 : (index + all.length) % all.length;
    const option = all[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const showFacets = (results) => {
    facetNames.forEach((name, index) => {
      const counts = new Map();
      for (const result of results)
        if (result[name]) counts.set(result[name], (counts.get(result[name]) ?? 0) + 1);
      const names = [...counts.keys()].sort();
      if (chosen[name] && !counts.has(chosen[name])) names.unshift(chosen[name]);
      const select = selects[index];
      select.hidden = names.length === 0;
      select.replaceChildren(
        make("option", { value: "", textContent: `${word(`facet-${name}`)}: ${word("all")}` }),
        ...names.map((value) =>
          make("option", { value, textContent: `${value} (${counts.get(value) ?? 0})` }),
        ),
      );
      select.value = chosen[name] ?? "";
    });
  };

  const optionOf = (result, index) =>
    make(
      "a",
      {
        id: `site:result-${index}`,
        href: result.href,
        tabIndex: -1,
        attributes: { role: "option", "aria-selected": "false" },
      },
      make("span", { className: "found", textContent: result.title }),
      ...(result.name ? [make("code", { textContent: result.name })] : []),
      make("span", { className: "trail", textContent: result.trail }),
    );

  const showResults = ({ results, total }, query) => {
    const fitting = results.filter((result) =>
      facetNames.every((name) => !chosen[name] || result[name] === chosen[name]),
    );
    const shown = fitting.slice(0, shownResults);
    const groups = Map.groupBy(shown, ({ kind }) => kind);
    let index = 0;
    list.replaceChildren(
      ...[...groups].map(([kind, group]) =>
        make(
          "div",
          { attributes: { role: "group", "aria-label": kind } },
          make("p", { textContent: kind, attributes: { role: "presentation" } }),
          ...group.map((result) => optionOf(result, index++)),
        ),
      ),
    );
    const all = fitting.length === results.length ? total : fitting.length;
    const key = all === 0 ? "nothing" : all > shown.length ? "results-some" : "results";
    count.textContent = word(key, { query, n: all, shown: shown.length });
    list.setAttribute("aria-busy", "false");
    choose(0);
  };

  let latest = 0;
  const answer = async () => {
    const own = ++latest;
    list.setAttribute("aria-busy", "true");
    const query = input.value.trim();
    if (query === "") {
      list.replaceChildren();
      count.textContent = "";
      for (const select of selects) select.hidden = true;
      list.setAttribute("aria-busy", "false");
      return;
    }
    if (parts.size === 0) count.textContent = word("loading");
    try {
      const found = await search(query);
      // Somebody who types on has another question.
      if (own !== latest) return;
      showFacets(found.results);
      showResults(found, query);
    } catch {
      count.textContent = word("no-index");
    }
  };

  input.addEventListener("input", answer);
  close.addEventListener("click", () => palette.close());
  selects.forEach((select, index) =>
    select.addEventListener("change", () => {
      chosen[facetNames[index]] = select.value;
      answer();
    }),
  );
  const keys = {
    ArrowDown: () => choose(active + 1),
    ArrowUp: () => choose(active - 1),
    Enter: () => options()[active]?.click(),
  };
  input.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  palette.addEventListener("click", (event) => {
    if (event.target === palette || event.target.closest("[role=option]")) palette.close();
  });

  window.rastro.openSearch = () => {
    if (palette.open) return;
    palette.showModal();
    input.select();
    part("contents").catch(() => (count.textContent = word("no-index")));
  };
}
