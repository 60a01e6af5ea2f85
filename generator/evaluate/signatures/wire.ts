/** Bytes that are not what their format says. Caught where a signature or key is judged. */
export class Malformed extends Error {}

/** Reads the parts of SSH's binary format (RFC 4251 §5) one after the other. */
export interface WireReader {
  readonly byte: () => number;
  readonly number: () => number;
  readonly long: () => bigint;
  readonly bytes: () => Buffer;
  readonly text: () => string;
  /** A positive integer, in the one way that it may be written. */
  readonly integer: () => Buffer;
  /** As many bytes, without a length in front. */
  readonly take: (length: number) => Buffer;
  readonly isAtEnd: () => boolean;
  /** What is left over was not signed by anybody. */
  readonly end: () => void;
}

export function readWire(input: Buffer): WireReader {
  let at = 0;
  const take = (length: number): Buffer => {
    if (length > input.length - at) throw new Malformed();
    at += length;
    return input.subarray(at - length, at);
  };
  const number = (): number => take(4).readUInt32BE();
  const bytes = (): Buffer => take(number());
  return {
    byte: () => take(1).readUInt8(),
    number,
    long: () => take(8).readBigUInt64BE(),
    bytes,
    text: () => bytes().toString("latin1"),
    integer: () => positive(bytes()),
    take,
    isAtEnd: () => at === input.length,
    end: () => {
      if (at !== input.length) throw new Malformed();
    },
  };
}

/** The magnitude of an `mpint`, which has a zero in front only when its first bit is set. */
function positive(bytes: Buffer): Buffer {
  const [first = 0, second = 0] = bytes;
  const isShortest = first === 0 ? bytes.length > 1 && second >= 0x80 : first < 0x80;
  if (bytes.length === 0 || !isShortest) throw new Malformed();
  return first === 0 ? bytes.subarray(1) : bytes;
}

/** A string of SSH's binary format: its length, and its bytes. */
export function wireString(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Bytes from base64 in the one way that it may be written. */
export function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new Malformed();
  return bytes;
}
