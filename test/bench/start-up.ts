import type { Benchmark } from "./compare.ts";
import { packedRastro } from "./packed.ts";

/** How long the command takes to say its version, beside a Node that does nothing. */
export const startUp = (folder: string): Benchmark => ({
  name: "start-up",
  input: "--version of the packed build",
  contestants: [
    { name: "rastro --version", command: packedRastro(folder, "--version") },
    {
      name: "node -e 0",
      command: { program: process.execPath, args: ["-e", "0"], cwd: folder },
    },
  ],
  goals: [{ subject: "rastro --version", yardstick: "node -e 0", measure: "time", atMost: 2.5 }],
});
