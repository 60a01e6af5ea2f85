import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./folder.ts";

/** A key pair made by `ssh-keygen`, which is what people sign with. */
export interface SshKey {
  /** `ssh-ed25519 AAAA…` */
  readonly line: string;
  readonly blob: Buffer;
  readonly file: string;
  /** The text of a signature over `message` for a purpose. */
  readonly sign: (message: string | Buffer, namespace: string, hash?: string) => string;
}

const isInstalled =
  spawnSync("ssh-keygen", ["-Y", "sign"], { encoding: "utf8" }).error === undefined;

/** False when there is no `ssh-keygen`; under CI that is a failure, not a skip. */
export const hasSshKeygen: boolean = isInstalled || process.env["CI"] === "true";

/** The one command that brings what is missing, for the title of a skipped test. */
export const sshKeygenHint = hasSshKeygen ? "" : " (skipped: run `apt-get install openssh-client`)";

/** Makes a key; `type` as `ssh-keygen -t` takes it, with `-b` after a colon. */
export function sshKey(type = "ed25519", folder = temporaryFolder()): SshKey {
  const [name = "", bits] = type.split(":");
  const file = join(folder, "key");
  const size = bits === undefined ? [] : ["-b", bits];
  execFileSync("ssh-keygen", ["-q", "-t", name, ...size, "-N", "", "-C", "", "-f", file]);
  const line = readFileSync(`${file}.pub`, "utf8").trim();
  return {
    line,
    blob: Buffer.from(line.split(" ")[1] ?? "", "base64"),
    file,
    sign: (message, namespace, hash = "sha512") =>
      execFileSync(
        "ssh-keygen",
        ["-Y", "sign", "-f", file, "-n", namespace, "-O", `hashalg=${hash}`],
        {
          input: message,
          encoding: "utf8",
          stdio: ["pipe", "pipe", "ignore"],
        },
      ),
  };
}

/** What `ssh-keygen -Y verify` has to decide. */
export interface Question {
  readonly message: string | Buffer;
  readonly signature: string;
  readonly namespace: string;
  readonly principal: string;
  readonly allowedSigners: string;
  readonly revoked?: Buffer | string;
}

/** Whether `ssh-keygen` accepts a signature. */
export function askSshKeygen(question: Question): boolean {
  const folder = temporaryFolder({
    allowed_signers: question.allowedSigners,
    "message.sig": question.signature,
  });
  const { revoked } = question;
  if (revoked !== undefined) writeFileSync(join(folder, "revoked"), revoked);
  const list = revoked === undefined ? [] : ["-r", "revoked"];
  const words = ["-f", "allowed_signers", "-I", question.principal, "-n", question.namespace];
  const { status } = spawnSync(
    "ssh-keygen",
    ["-Y", "verify", ...words, ...list, "-s", "message.sig"],
    { cwd: folder, input: question.message, env: { ...process.env, TZ: "UTC" } },
  );
  return status === 0;
}
