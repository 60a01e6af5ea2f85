import { lookup, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses of one machine or one network (RFC 1918, 4193, 6890), and of services inside clouds. */
const privateAddresses = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  privateAddresses.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  privateAddresses.addSubnet(network, bits, "ipv6");
}

/** The error code of an address that nobody may be led to. */
export const privateCode = "EPRIVATE";

/** Also of IPv4 written as IPv6. */
export function isPrivate(address: string): boolean {
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  return privateAddresses.check(address, family);
}

const refusal = (host: string): Error =>
  Object.assign(new Error(`${host} is private`), { code: privateCode });

/**
 * Looks a name up for a connection that is about to be made, so that what is checked is what is
 * connected to: a name that changes its answer in between gains nothing.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
    if (error) return callback(error, "", 0);
    const [first] = found;
    if (first === undefined || found.some(({ address }) => isPrivate(address))) {
      return callback(refusal(host), "", 0);
    }
    if (options.all) return callback(null, [...found]);
    callback(null, first.address, first.family);
  });
};
