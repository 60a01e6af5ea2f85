/** An error stops writing and exits 1; a warning or info changes neither, unless settings say so. */
export type Severity = "error" | "warning" | "info";
