/** The name of a module: its path without `.ts`; other extensions stay, so that no two files share a name. */
export const stem = (file: string): string => file.replace(/\.ts$/, "");
