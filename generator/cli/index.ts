/** Arguments in; exit code and printed findings out. */
export { run } from "./run.ts";
