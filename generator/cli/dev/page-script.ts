/** What a page does while its site is served for writing: it shows findings, and loads itself again. */
export const pageScript = `"use strict";
{
  const { turn } = document.currentScript.dataset;
  const path = decodeURIComponent(location.pathname).slice(1).replace(/(^|\\/)$/, "$1index.html");
  const box = document.createElement("aside");
  box.className = "dev-findings";
  box.setAttribute("role", "status");
  document.body.append(box);
  // Who listens is done with loading: what is left is made after that.
  addEventListener("load", () => {
    const events = new EventSource(
      "/rastro-dev/events?turn=" + turn + "&page=" + encodeURIComponent(path),
    );
    events.addEventListener("findings", ({ data }) => {
      const lines = JSON.parse(data).map(({ file, line, message, hint }) => {
        const entry = document.createElement("p");
        const place = file === undefined ? "" : file + (line === undefined ? "" : ":" + line) + ": ";
        entry.textContent = place + message + (hint === undefined ? "" : " (" + hint + ")");
        return entry;
      });
      box.hidden = lines.length === 0;
      box.replaceChildren(...lines);
    });
    events.addEventListener("changed", ({ data }) => {
      const changed = JSON.parse(data);
      if (changed.some((each) => each === path || each.startsWith("theme/"))) location.reload();
    });
  });
}
`;

/**
 * The page as it is served: with that script, and leave to listen to its server. `turn` tells the
 * server, when the page listens, what it has missed.
 */
export const withPageScript = (html: string, turn: number): string =>
  html
    .replace("default-src 'none';", "default-src 'none'; connect-src 'self';")
    .replace(
      "</body>",
      `<script src="/rastro-dev/page.js" data-turn="${String(turn)}"></script>\n</body>`,
    );
