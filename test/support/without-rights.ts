import { chmodSync } from "node:fs";
import { join } from "node:path";

const nobody = 65_534;

/** Does `work` while the current user may not use a folder; nothing is forbidden to root. */
export async function withoutRights<Value>(
  root: string,
  folder: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(root, 0o755);
  chmodSync(join(root, folder), 0o000);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(join(root, folder), 0o755);
  }
}
