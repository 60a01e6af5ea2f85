import { isFor, readAllowedSigners } from "#evaluate/signatures/allowed-signers.ts";
import { readRevocations } from "#evaluate/signatures/revocations.ts";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";
import { askSshKeygen, hasSshKeygen, sshKey, sshKeygenHint } from "../../support/ssh-keys.ts";

const namespace = "gate-signoff.v1@rastro";

describe.runIf(hasSshKeygen)(`the list of allowed signers${sshKeygenHint}`, () => {
  const fits = (line: string, principal: string): boolean =>
    readAllowedSigners(line).signers.some(
      (signer) =>
        isFor(signer, principal) &&
        (signer.namespaces ?? [namespace]).includes(namespace) &&
        (signer.validAfter ?? -Infinity) <= Date.now() &&
        Date.now() < (signer.validBefore ?? Infinity),
    );

  test.each([
    ["ana@example.org KEY", true],
    ["ana@example.org,bo@example.org KEY a comment", true],
    ["*@example.org KEY", true],
    ["*@example.org,!ana@example.org KEY", false],
    ["bo@example.org KEY", false],
    ['ana@example.org namespaces="git,gate-signoff.v1@rastro" KEY', true],
    ['ana@example.org namespaces="git" KEY', false],
    ['ana@example.org valid-after="20200101Z" KEY', true],
    ['ana@example.org valid-after="29990101Z" KEY', false],
    ['ana@example.org valid-before="20200101000000Z" KEY', false],
    ['ana@example.org valid-after="20200101",valid-before="29990101" KEY', true],
    ["# ana@example.org KEY", false],
  ])("says of `%s` what ssh-keygen says: %s", (written, expected) => {
    const key = sshKey();
    const line = `${written.replace("KEY", key.line)}\n`;
    const principal = "ana@example.org";
    const signature = key.sign("m", namespace);
    const question = { message: "m", signature, namespace, principal, allowedSigners: line };
    expect(askSshKeygen(question)).toBe(expected);
    expect(fits(line, principal)).toBe(expected);
  });

  test("allows nothing by a line that is not understood, and names it", () => {
    const { line } = sshKey();
    const text = [
      `ana@example.org cert-authority ${line}`,
      `ana@example.org frobnicate="yes" ${line}`,
      `ana@example.org valid-after="tomorrow" ${line}`,
      "ana@example.org ssh-ed25519 AAAA",
      "ana@example.org",
      `ana@example.org namespaces="git",cert-authority ${line}`,
      `ana@example.org ${line}`,
    ].join("\n");
    const { unreadable } = readAllowedSigners(text);
    expect(unreadable.map(({ line: at, why }) => `${String(at)} ${why}`)).toEqual([
      "1 authority",
      "2 option",
      "3 option",
      "4 key",
      "5 key",
      "6 authority",
    ]);
    expect(readAllowedSigners(text).signers).toHaveLength(1);
  });
});

describe.runIf(hasSshKeygen)(`the list of revoked keys${sshKeygenHint}`, () => {
  /** A list made by `ssh-keygen -k` from lines of its own language. */
  function keyList(...lines: readonly string[]): Buffer {
    const folder = temporaryFolder({ spec: `${lines.join("\n")}\n` });
    execFileSync("ssh-keygen", ["-q", "-k", "-f", "list", "-z", "7", "spec"], { cwd: folder });
    return readFileSync(join(folder, "list"));
  }

  test("is read in every form that ssh-keygen reads", () => {
    const [revoked, other] = [sshKey(), sshKey("ecdsa:256")];
    const lists = [
      Buffer.from(`${revoked.line}\n`),
      keyList(`key: ${revoked.line}`),
      keyList(`sha1: ${revoked.line}`),
      keyList(`sha256: ${revoked.line}`),
    ];
    const accepts = (key: typeof other, list: Buffer): boolean =>
      askSshKeygen({
        message: "m",
        signature: key.sign("m", namespace),
        namespace,
        principal: "ana@example.org",
        allowedSigners: `ana@example.org ${key.line}\n`,
        revoked: list,
      });
    for (const list of lists) {
      const read = readRevocations(list);
      expect([read?.isRevoked(revoked.blob), read?.isRevoked(other.blob)]).toEqual([true, false]);
      expect([accepts(revoked, list), accepts(other, list)]).toEqual([false, true]);
    }
  });

  test("that cannot be read revokes nothing and everything: it is no list", () => {
    const whole = keyList(`key: ${sshKey().line}`);
    for (const list of [whole.subarray(0, -3), Buffer.from("not a key\n")]) {
      expect(readRevocations(list)).toBeUndefined();
    }
  });

  test("may be empty", () => {
    expect(readRevocations(Buffer.from("# nobody\n"))?.isRevoked(sshKey().blob)).toBe(false);
  });
});
