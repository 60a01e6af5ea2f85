import { enableCompileCache } from "node:module";

// Before anything else is loaded: most of a short run is compiling modules.
enableCompileCache();
const { run } = await import("#cli/index.ts");

process.exitCode = await run(process.argv.slice(2));
