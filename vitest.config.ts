import { defineConfig } from "vitest/config";

/** Results of some tests alone would say of all the others that nobody ran them. */
const isWhole = process.argv.slice(2).join(" ") === "run";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/cases/**"],
    environment: "node",
    // No test leaves something in the home of who runs it, or finds what another left there.
    env: { RASTRO_CACHE: "off" },
    unstubEnvs: true,
    // Tests change folders and start processes, which worker threads may not.
    pool: "forks",
    // Whole runs, a database and a browser on a small machine: slow is not wrong.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: isWhole ? ["default", ["junit", { addFileAttribute: true }]] : ["default"],
    outputFile: { junit: "test/results/junit.xml" },
  },
});
