// What a page can do more when scripts run: choose colours, copy code, open the search.
"use strict";
{
  const { root } = document.currentScript.dataset;
  // `{n}`, or `{n|item|items}`: one of two words, by the number, as in the pages.
  const hole = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
  const word = (key, values = {}) =>
    (rastroWords[key] ?? key).replace(hole, (whole, name, one, many) =>
      Object.hasOwn(values, name)
        ? ((String(values[name]) === "1" ? one : many) ?? values[name])
        : whole,
    );

  const load = (path) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });

  // Colours

  const schemes = ["auto", "light", "dark"];
  const signs = { auto: "◐", light: "☀", dark: "☾" };
  const schemeButton = document.querySelector("[data-scheme]:not(html)");

  const showScheme = () => {
    const scheme = document.documentElement.dataset.scheme ?? "auto";
    schemeButton.textContent = signs[scheme];
    schemeButton.setAttribute("aria-label", word(`scheme-${scheme}`));
    schemeButton.title = word(`scheme-${scheme}`);
  };

  schemeButton.addEventListener("click", () => {
    const now = document.documentElement.dataset.scheme ?? "auto";
    const next = schemes[(schemes.indexOf(now) + 1) % schemes.length];
    if (next === "auto") delete document.documentElement.dataset.scheme;
    else document.documentElement.dataset.scheme = next;
    try {
      if (next === "auto") localStorage.removeItem("rastro-scheme");
      else localStorage.setItem("rastro-scheme", next);
    } catch {
      // Then it holds for this page.
    }
    showScheme();
  });
  showScheme();

  // Code

  const copyText = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Pages from a disk may have no clipboard; the old way works there.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const copyButton = (label, textOf) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = label;
    button.addEventListener("click", async () => {
      await copyText(textOf());
      button.textContent = word("copied");
      button.focus();
      setTimeout(() => (button.textContent = label), 1500);
    });
    return button;
  };

  for (const pre of document.querySelectorAll("article pre")) {
    const box = document.createElement("div");
    box.className = "code";
    pre.replaceWith(box);
    box.append(
      pre,
      copyButton(word("copy"), () => pre.textContent),
    );
  }

  window.rastro = { root, word, load, copyButton };

  // Where the reader is

  const navigation = document.getElementById("site:navigation");
  const here = navigation?.querySelector("[aria-current=page]");
  if (here && here.offsetTop > navigation.clientHeight - 80) {
    navigation.scrollTop = here.offsetTop - navigation.clientHeight / 3;
  }

  const links = [...document.querySelectorAll("#site\\:outline a")];
  const headings = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );

  /** Marks the last heading that has gone past the top: that is the section being read. */
  const markSection = () => {
    const passed = headings.findLastIndex((each) => each?.getBoundingClientRect().top < 120);
    const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const now = links[isEnd && scrollY > 0 ? links.length - 1 : passed];
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  if (links.length > 0) {
    let isAwaited = false;
    const later = () => {
      if (isAwaited) return;
      isAwaited = true;
      requestAnimationFrame(() => {
        isAwaited = false;
        markSection();
      });
    };
    addEventListener("scroll", later, { passive: true });
    later();
  }

  // Other versions: the same page where they have it, and their entry where they do not

  const versions = document.querySelector(".versions");
  const toSamePage = async (box) => {
    const { page } = box.dataset;
    for (const link of box.querySelectorAll("[data-version]")) {
      const { version } = link.dataset;
      try {
        await load(`${version}theme/pages.js`);
        if (rastroPages.includes(page)) link.href = root + version + page;
      } catch {
        // It is not there now, or was made before versions knew each other.
      }
    }
  };
  document.querySelectorAll(".kept-version").forEach(toSamePage);
  versions?.addEventListener("toggle", () => toSamePage(versions), { once: true });

  // Search

  let opened;
  const openSearch = async () => {
    opened ??= load("theme/search.js");
    await opened;
    window.rastro.openSearch();
  };

  document.querySelector("[data-search]").addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (!isPalette && (event.key !== "/" || typing || event.ctrlKey || event.altKey)) return;
    event.preventDefault();
    openSearch();
  });
}
