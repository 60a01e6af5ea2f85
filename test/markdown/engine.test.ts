import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { rastro } from "../support/rastro.ts";

it("a machine without the engine's binding is told what to install, and nothing is made", () => {
  const folder = temporaryFolder({ "rastro.config.yaml": "sources: {}\n" });
  // The engine itself refuses its native binding then, as on a system that it has none for.
  const run = rastro(folder, ["gen", "--format", "json", "--lang", "en"], {
    NAPI_RS_FORCE_WASI: "error",
  });
  expect(run.code).toBe(2);
  expect(run.stdout + run.stderr).toContain("markdown/no-engine");
  expect(run.stdout + run.stderr).toContain("@bruits/satteri-wasm32-wasi");
  expect(run.stdout + run.stderr).not.toContain("    at ");
});
