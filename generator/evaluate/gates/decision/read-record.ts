import { checkSchema, readJson } from "#data/index.ts";
import type { Decision, StoredFile } from "#model/programme/sign-off.ts";
import signOffSchema from "../../../../schemas/sign-off.schema.json" with { type: "json" };
import statementSchema from "../../../../schemas/gate-statement.schema.json" with { type: "json" };
import { canonicalBytes } from "#data/canonical.ts";
import type { Statement } from "./statement.ts";

/** What a person signs: a decision about one statement. */
export interface SignOff {
  readonly statement: string;
  readonly gate: string;
  readonly sequence: number;
  readonly decision: Decision;
  readonly role: string;
  readonly principal: string;
  readonly signedAt: string;
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly conditions?: readonly string[];
  readonly comment?: string;
}

/** A stored file as its kind, or what keeps it from being one. */
export type Read<Kind> =
  | { readonly isRead: true; readonly value: Kind }
  | { readonly isRead: false; readonly why: "unreadable" | "not-canonical" };

export const readStatement = (file: StoredFile): Read<Statement> => read(file, statementSchema);

export const readSignOff = (file: StoredFile): Read<SignOff> => read(file, signOffSchema);

/** Only what has every required field, no other, and the bytes that it would be written with. */
function read<Kind>({ path, bytes }: StoredFile, schema: object): Read<Kind> {
  const text = decode(bytes);
  if (text === undefined) return { isRead: false, why: "unreadable" };
  const { value: data, diagnostics } = readJson(text, path);
  if (data.value === undefined || diagnostics.length > 0 || checkSchema(data, schema).length > 0)
    return { isRead: false, why: "unreadable" };
  return isCanonical(data.value, bytes)
    ? { isRead: true, value: data.value as Kind }
    : { isRead: false, why: "not-canonical" };
}

function isCanonical(value: unknown, bytes: Uint8Array): boolean {
  try {
    return canonicalBytes(value).equals(bytes);
  } catch {
    // Half a character: JSON can write it, and RFC 8785 cannot.
    return false;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
