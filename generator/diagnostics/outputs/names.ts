/** The forms of findings for other programs, as `--format` names them. */
export const outputNames = ["sarif", "junit", "github", "gitlab", "rdjson"] as const;
export type OutputName = (typeof outputNames)[number];
