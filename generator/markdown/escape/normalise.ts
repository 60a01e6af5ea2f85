/** Characters that turn the direction of the text around them, and so can make it read as another. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

const suspicious =
  /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/;

const visible = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** The value without characters that a reader cannot see: controls, byte order marks, turns of direction. */
export const withoutHidden = (value: string): string =>
  suspicious.test(value)
    ? value
        .toWellFormed()
        .replaceAll("\ufeff", "")
        .replace(controls, "\ufffd")
        .replace(directionControls, visible)
    : value;

// Not one line of visible text yet; most values are.
const irregular = /[\u0000-\u001f\u007f\u0085\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]| {2}/;

/** One line: runs of whitespace and line breaks become one space. */
export const singleLine = (value: string): string =>
  irregular.test(value)
    ? withoutHidden(value).replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, " ")
    : value;

/** As a paragraph shows it: one line, without blanks at its ends. */
export const trimmedLine = (value: string): string => singleLine(value).replace(/^ | $/g, "");
