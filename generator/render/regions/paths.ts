import { dirname, relative } from "node:path/posix";

/** How a file of the repository names another one. */
export const pathBetween = (from: string, to: string): string => relative(dirname(from), to) || ".";
