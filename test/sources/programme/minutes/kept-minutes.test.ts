import { expect, test } from "vitest";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { loadSettings } from "../../../../generator/config/index.ts";
import { judge } from "../../../../generator/generate.ts";
import { writeFiles } from "../../../support/folder.ts";
import { gitRepository } from "../../../support/git-repository.ts";

const meeting = (discussion: string, status = "held") => `syncs:
  - { id: Y1, title: Primeira, order: 1, stage: S, start: 2026-01-02T10:00:00Z, status: ${status},
      present: [dba], discussion: [${discussion}] }
`;

const project = () => {
  const repository = gitRepository();
  repository.commit("docs: the first meeting", {
    "rastro.config.yaml": "language: en\nsources:\n  programme: [dados]\n",
    "dados/programa.yaml":
      "team:\n  - { id: dba, title: Ana, role: DBA }\nstages:\n  - { id: S, title: Etapa, status: in progress }\n",
    "dados/y1.yaml": meeting("Prazos"),
  });
  return repository;
};

/** What is said of minutes, with the place and the words. */
const said = async (folder: string): Promise<readonly string[]> => {
  const { value: settings } = loadSettings(join(folder, "rastro.config.yaml"), {
    asOf: "2026-02-10",
  });
  const { diagnostics } = await judge(settings!, { trustedRef: "main" });
  return diagnostics.flatMap(({ code, file, line, args }) =>
    code === "sources/programme-minutes-not-kept"
      ? [[file, line, args["sync"], args["isGone"]].join(" ")]
      : [],
  );
};

test("the newest minutes are compared with those that the trusted ref has", async () => {
  const { folder } = project();
  expect(await said(folder)).toEqual([]);
  writeFiles(folder, { "dados/y1.yaml": meeting("Prazos, Custos") });
  expect(await said(folder)).toEqual(["dados/y1.yaml 2 Y1 false"]);
  writeFiles(folder, { "dados/y1.yaml": meeting("Prazos", "scheduled") });
  expect(await said(folder)).toEqual(["dados/y1.yaml  Y1 true"]);
  rmSync(join(folder, "dados/y1.yaml"));
  expect(await said(folder)).toEqual(["dados/y1.yaml  Y1 true"]);
});

test("what is written after the minutes is no change of them", async () => {
  const { folder } = project();
  writeFiles(folder, {
    "dados/y2.yaml": meeting("Outros", "scheduled").replaceAll("Y1", "Y2").replace("1,", "2,"),
  });
  expect(await said(folder)).toEqual([]);
});
