/** What a page does while its site is served for writing: it shows findings, and loads itself again. */
export const pageScript = `"use strict";
{
  const path = decodeURIComponent(location.pathname).slice(1).replace(/(^|\\/)$/, "$1index.html");
  const box = document.createElement("aside");
  box.className = "dev-findings";
  box.setAttribute("role", "status");
  document.body.append(box);
  const events = new EventSource("/rastro-dev/events");
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
}
`;

/** The page as it is served: with that script, and leave to listen to its server. */
export const withPageScript = (html: string): string =>
  html
    .replace("default-src 'none';", "default-src 'none'; connect-src 'self';")
    .replace("</body>", '<script src="/rastro-dev/page.js"></script>\n</body>');
