const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, also inside a quoted attribute. */
export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;

/** The text that escaped HTML shows, its tags left out. */
export const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, "").trim();

/** Lets long names break where they are put together, and not anywhere. Takes escaped text. */
export const withBreaks = (html: string): string =>
  html.replace(/[_./(](?=\w)/g, (sign) => `${sign}<wbr>`);

/** Escaped text as the value of an attribute: only its quotes are not escaped yet. */
export const attributeOf = (text: string): string => text.replaceAll('"', "&quot;");
