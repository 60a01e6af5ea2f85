import { canonicalBytes, scopeDigest, withLineFeeds } from "#data/canonical.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("the canonical form of JSON", () => {
  test("writes numbers, escapes and the order of keys as RFC 8785 does", () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalBytes(value).toString("utf8")).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}\n',
    );
    const keys = {
      "\u20ac": 1,
      "\r": 2,
      "\ufb33": 3,
      "1": 4,
      "\ud83d\ude00": 5,
      "\u0080": 6,
      "\u00f6": 7,
    };
    expect(Object.values(JSON.parse(canonicalBytes(keys).toString("utf8")) as object)).toEqual([
      4, 2, 6, 7, 1, 5, 3,
    ]);
  });

  test("is the same for the same value, and reads back as it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = canonicalBytes(value);
        const again: unknown = JSON.parse(bytes.toString("utf8"));
        expect(canonicalBytes(again)).toEqual(bytes);
      }),
    );
  });
});

test("a digest of files depends on their paths and contents, and not on their order", () => {
  const files = [
    { path: "b", sha256: "2" },
    { path: "a", sha256: "1" },
  ];
  expect(scopeDigest(files)).toBe(scopeDigest(files.toReversed()));
  expect(scopeDigest(files)).not.toBe(scopeDigest([{ path: "a", sha256: "2" }]));
});

test("line ends of Windows are undone in text, and bytes that are no text stay", () => {
  expect(withLineFeeds(Buffer.from("a\r\nb\r")).toString()).toBe("a\nb\r");
  const binary = Buffer.from([0, 13, 10]);
  expect(withLineFeeds(binary)).toEqual(binary);
});
