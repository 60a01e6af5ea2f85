import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalBytes, sha256 } from "../../generator/data/canonical.ts";
import { evaluate } from "../../generator/evaluate/index.ts";
import type { JudgedProject } from "../../generator/generate.ts";
import type { GateResult } from "../../generator/model/evaluation.ts";
import type { GateFiles, GateRecord } from "../../generator/model/programme/sign-off.ts";
import {
  judgeProject,
  layProject,
  namespace,
  now,
  signBoth,
  type SignedProject,
} from "../support/signed-gate.ts";
import { hasSshKeygen, sshKeygenHint } from "../support/ssh-keys.ts";

let project: SignedProject;
let judged: JudgedProject;
let record: GateRecord;

beforeAll(async () => {
  if (!hasSshKeygen) return;
  project = layProject();
  await signBoth(project);
  judged = await judgeProject(project.folder);
  record = judged.gateFiles.get("gate:G")!.records[0]!;
});
afterAll(() => project.remove());

/** The same project with other stored bytes, or other knowledge about them. */
function judgeWith(changed: GateRecord, more: Partial<GateFiles> = {}): GateResult {
  const files = { ...judged.gateFiles.get("gate:G")!, records: [changed], ...more };
  const options = { asOf: "2026-02-10", now, files: new Map([["gate:G" as const, files]]) };
  return evaluate(judged.graph, options).value.gates.get("gate:G")!;
}

const flipped = (bytes: Uint8Array, at: number, bits: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ bits;
  return copy;
};

describe.runIf(hasSshKeygen)(`what was signed${sshKeygenHint}`, () => {
  test("is GO as it is", () => {
    expect(judgeWith(record).verdict).toBe("GO");
  });

  test("is nothing with any byte of the statement changed", () => {
    const { statement } = record;
    for (const at of statement.bytes.keys()) {
      const bytes = flipped(statement.bytes, at, 1 << (at % 8));
      const { verdict, signOff } = judgeWith({ ...record, statement: { ...statement, bytes } });
      expect(verdict).not.toBe("GO");
      expect(signOff.signatures.some(({ isGenuine }) => isGenuine)).toBe(false);
    }
  });

  test("is nothing with any byte of a sign-off or its signature changed", () => {
    const [first, ...others] = record.signOffs;
    for (const part of ["signOff", "signature"] as const) {
      const stored = part === "signOff" ? first! : first!.signature!;
      for (const at of stored.bytes.keys()) {
        const bytes = flipped(stored.bytes, at, 1 << (at % 8));
        const changed =
          part === "signOff"
            ? { ...first!, bytes }
            : { ...first!, signature: { ...stored, bytes } };
        const result = judgeWith({ ...record, signOffs: [changed, ...others] });
        expect([result.verdict, result.signOff.signatures[0]?.isGenuine]).toEqual([
          "PENDING",
          false,
        ]);
      }
    }
  });

  /** The record with another statement, which both sign again. */
  function forged(change: (predicate: Record<string, unknown>) => void): GateRecord {
    const value = JSON.parse(Buffer.from(record.statement.bytes).toString("utf8"));
    change(value.predicate);
    const bytes = canonicalBytes(value);
    return {
      ...record,
      statement: { ...record.statement, bytes },
      signOffs: record.signOffs.map((stored, index) => {
        const said = JSON.parse(Buffer.from(stored.bytes).toString("utf8"));
        const own = canonicalBytes({ ...said, statement: `sha256:${sha256(bytes)}` });
        const signature = [project.ana, project.bo][index]!.sign(own, namespace);
        return {
          ...stored,
          bytes: own,
          signature: { path: stored.signature!.path, bytes: Buffer.from(signature) },
        };
      }),
    };
  }

  test("is tampered with when it states other results for the same files, whoever signed", () => {
    const better = forged((predicate) => {
      const [first, ...others] = predicate["criteria"] as object[];
      predicate["criteria"] = [{ ...first, observed: { value: "-30", unit: "%" } }, ...others];
    });
    expect(judgeWith(better)).toMatchObject({
      verdict: "UNDETERMINED",
      signOff: { state: "tampered", fault: "results-differ" },
    });
  });

  test("is tampered with when its digests contradict each other, or it names another past", () => {
    const other = forged((predicate) => {
      predicate["inputs"] = (predicate["inputs"] as object[]).slice(1);
    });
    expect(judgeWith(other).signOff.fault).toBe("inconsistent");
    const past = forged((predicate) => {
      predicate["previous"] = { sha256: "0".repeat(64) };
    });
    expect(judgeWith(past).signOff.fault).toBe("broken-chain");
  });

  test("is written in one way: laid out otherwise nobody knows what else it says", () => {
    const pretty = (bytes: Uint8Array): Buffer =>
      Buffer.from(`${JSON.stringify(JSON.parse(Buffer.from(bytes).toString("utf8")), null, 1)}\n`);
    const { statement, signOffs } = record;
    const bytes = pretty(statement.bytes);
    const other = judgeWith({ ...record, statement: { ...statement, bytes } });
    expect(other.signOff).toMatchObject({ state: "tampered", fault: "not-canonical" });
    const [first, ...others] = signOffs;
    const own = pretty(first!.bytes);
    const text = project.ana.sign(own, namespace);
    const signature = { path: first!.signature!.path, bytes: Buffer.from(text) };
    const signed = judgeWith({
      ...record,
      signOffs: [{ ...first!, bytes: own, signature }, ...others],
    });
    expect([signed.verdict, signed.signOff.signatures[0]?.reason]).toEqual([
      "PENDING",
      "not-canonical",
    ]);
  });

  test("is about the graph that its files give, and no other", () => {
    const stated = JSON.parse(Buffer.from(record.statement.bytes).toString("utf8"));
    const { graph, changesSince } = stated.predicate;
    // A stage, two people and a measurement; who fills the roles is written in the policy.
    expect([graph.items, graph.links, changesSince]).toEqual([4, 0, null]);
    const other = forged((predicate) => {
      predicate["graph"] = { ...graph, items: 5 };
    });
    expect(judgeWith(other).signOff).toMatchObject({ state: "stale", fault: "results-differ" });
    const counted = forged((predicate) => {
      const none = { added: 0, changed: 0, removed: 0 };
      predicate["changesSince"] = { gate: "G", sequence: 1, ...none };
    });
    expect(judgeWith(counted).signOff.fault).toBe("inconsistent");
  });

  test("is not believed with a field that nobody knows", () => {
    const more = forged((predicate) => {
      predicate["note"] = "GO";
    });
    expect(judgeWith(more).signOff).toMatchObject({ state: "tampered", fault: "unreadable" });
  });

  test("is stale under another version of the tool that comes to other results", () => {
    const older = forged((predicate) => {
      const [first, ...others] = predicate["criteria"] as object[];
      predicate["tool"] = { name: "rastro", version: "0.0.1" };
      predicate["criteria"] = [{ ...first, reason: "manual" }, ...others];
    });
    expect(judgeWith(older).signOff).toMatchObject({ state: "stale", fault: "other-tool" });
  });

  test("has one digest, in whatever order its files are found", () => {
    const { inputs } = judged.gateFiles.get("gate:G")!;
    expect(judgeWith(record, { inputs: inputs.toReversed() }).verdict).toBe("GO");
  });

  test("cannot be judged on an unknown day", () => {
    const files = new Map([["gate:G" as const, judged.gateFiles.get("gate:G")!]]);
    const result = evaluate(judged.graph, { files }).value.gates.get("gate:G");
    expect(result).toMatchObject({
      verdict: "UNDETERMINED",
      because: ["no-date", "signatures-missing"],
    });
  });
});
