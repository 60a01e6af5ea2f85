import { readPublicKey } from "./public-keys.ts";
import { Malformed, readBase64 } from "./wire.ts";

/** One line of an `allowed_signers` file: whose key it is, for what, and when. */
export interface AllowedSigner {
  /** Patterns, as written: `ana@example.org`, `*@example.org`, `!eva@example.org`. */
  readonly principals: readonly string[];
  readonly fingerprint: string;
  /** Purposes that the key may be used for; any when absent. */
  readonly namespaces?: readonly string[];
  /** Milliseconds since 1970. */
  readonly validAfter?: number;
  readonly validBefore?: number;
}

/** Why a line allows nobody. */
export type LineFault = "authority" | "option" | "key";

/** A list of signers, and the lines of it that could not be used, by their number. */
export interface AllowedSigners {
  readonly signers: readonly AllowedSigner[];
  readonly unreadable: readonly { readonly line: number; readonly why: LineFault }[];
}

/** Reads an `allowed_signers` file (see ssh-keygen(1)). A line that is not understood allows nothing. */
export function readAllowedSigners(text: string): AllowedSigners {
  const lines = text.split(/\r?\n/).map((line, index) => ({
    line: index + 1,
    written: line.trim(),
  }));
  const entries = lines.filter(({ written }) => written !== "" && !written.startsWith("#"));
  const read = entries.map(({ line, written }) => ({ line, found: readLine(written) }));
  return {
    signers: read.flatMap(({ found }) => (typeof found === "string" ? [] : found)),
    unreadable: read.flatMap(({ line, found }) =>
      typeof found === "string" ? [{ line, why: found }] : [],
    ),
  };
}

/** Words are parted by blanks, but not within quotes. */
const words = /(?:"[^"]*"|[^\s"])+/g;

function readLine(line: string): AllowedSigner | LineFault {
  const [principals = "", ...rest] = line.match(words) ?? [];
  // Options are optional: the key's type is the first word after them.
  const [written = "", ...withoutOptions] = rest;
  const hasOptions = isOptions(written);
  if (hasOptions && isAuthority(written)) return "authority";
  const options = hasOptions ? readOptions(written) : {};
  if (options === undefined) return "option";
  const fingerprint = readKey(hasOptions ? withoutOptions : rest);
  if (fingerprint === undefined) return "key";
  return { principals: unquoted(principals).split(","), fingerprint, ...options };
}

/** The fingerprint of a key that is written as its type and its bytes. */
function readKey([type = "", base64 = ""]: readonly string[]): string | undefined {
  try {
    const key = readPublicKey(readBase64(base64));
    return key.type === type ? key.fingerprint : undefined;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

const isOptions = (word: string): boolean => /^(?:[a-z-]+=|cert-authority)/i.test(word);

/** The key would not sign itself, but vouch for others. */
const isAuthority = (options: string): boolean =>
  /(?:^|,)cert-authority(?:,|$)/i.test(options.replace(/"[^"]*"/g, ""));

const unquoted = (word: string): string => word.replaceAll('"', "");

type Options = Omit<AllowedSigner, "principals" | "fingerprint">;

/** Undefined when an option is not known: a restriction that is not understood must not be dropped. */
function readOptions(written: string): Options | undefined {
  const options = written.match(/(?:"[^"]*"|[^,"])+/g) ?? [];
  const read = options.map(readOption);
  return read.includes(undefined) ? undefined : (Object.assign({}, ...read) as Options);
}

function readOption(option: string): Options | undefined {
  const [, name = "", value = ""] = /^([a-z-]+)="?([^"]*)"?$/i.exec(option) ?? [];
  const time = readTime(value);
  switch (name.toLowerCase()) {
    case "namespaces":
      return { namespaces: value.split(",") };
    case "valid-after":
      return time === undefined ? undefined : { validAfter: time };
    case "valid-before":
      return time === undefined ? undefined : { validBefore: time };
    default:
      return undefined;
  }
}

/** `YYYYMMDD[HHMM[SS]][Z]`, always read as UTC, so that every machine gives the same answer. */
function readTime(written: string): number | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?Z?$/.exec(written);
  if (parts === null) return undefined;
  const [, year, month, day, hour = "00", minute = "00", second = "00"] = parts;
  const time = Date.parse(`${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether a line is about a person: a pattern fits, and none with `!` does. */
export function isFor({ principals }: AllowedSigner, principal: string): boolean {
  const fits = (pattern: string): boolean => asExpression(pattern).test(principal);
  const [refusing, allowing] = [true, false].map((negative) =>
    principals.filter((pattern) => pattern.startsWith("!") === negative),
  );
  return (allowing ?? []).some(fits) && !(refusing ?? []).some((pattern) => fits(pattern.slice(1)));
}

/** `*` stands for anything, `?` for one character; runs of `*` are one, so that nothing takes long. */
const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/\*+/g, "*")
      .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "su",
  );
