/** Orders paths as migration tools apply them: numbers by value, whatever their width. */
export function compareMigrations(a: string, b: string): number {
  return compareFlyway(a, b) || compareFolders(a.split("/"), b.split("/"));
}

const flyway = /(?:^|\/)(?:[Vv](?<version>\d+(?:[._]\d+)*)|R)__[^/]*$/;

/** Flyway orders by version across folders, and applies what is repeatable (`R__…`) at the end. */
function compareFlyway(a: string, b: string): number {
  const [nameA, nameB] = [flyway.exec(a), flyway.exec(b)];
  const rank = rankOf(nameA) - rankOf(nameB);
  const [versionA, versionB] = [nameA?.groups?.["version"], nameB?.groups?.["version"]];
  if (rank !== 0 || versionA === undefined || versionB === undefined) return rank;
  return compareVersions(versionA.split(/[._]/), versionB.split(/[._]/));
}

function rankOf(name: RegExpExecArray | null): number {
  if (name === null) return 0;
  return name.groups?.["version"] === undefined ? 2 : 1;
}

function compareFolders(a: readonly string[], b: readonly string[]): number {
  const compare = [a, b].every(isPrisma) ? compareAsPrisma : compareSegments;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compare(a[at] ?? "", b[at] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const isPrisma = (path: readonly string[]): boolean => path.at(-1) === "migration.sql";

const date = /^(?:19|20)\d{6}/;

/** Prisma compares names letter by letter: a day without a time comes after the times of that day. */
const compareAsPrisma = (a: string, b: string): number =>
  date.test(a) && date.test(b) ? compareText(a, b) : compareSegments(a, b);

/** A leading version (`0010`, `1.2`, `2017-08-31-230457`) is compared first, then the rest. */
function compareSegments(a: string, b: string): number {
  const [versionA, versionB] = [versionOf(a), versionOf(b)];
  if (versionA !== undefined && versionB !== undefined) {
    const order = compareVersions(versionA, versionB);
    if (order !== 0) return order;
  }
  return compareNaturally(a, b);
}

const dashed = /^((?:19|20)\d\d)[-_](\d\d)[-_](\d\d)(?:[-_]?(\d{2,6}))?(?:-(\d+))?(?!\d)/;

/** A date is one number, whatever stands between its parts; without a time it is its midnight. */
function versionOf(segment: string): readonly string[] | undefined {
  const [, year, month = "", day = "", time = "", count = "0"] = dashed.exec(segment) ?? [];
  if (year !== undefined) {
    return [(year + month + day + time).padEnd("YYYYMMDDhhmmss".length, "0"), count];
  }
  return /^\d+(?:\.\d+)*/.exec(segment)?.[0].split(".");
}

function compareVersions(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = compareNumbers(a[at] ?? "0", b[at] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

/** Digits of any length, without losing precision. */
function compareNumbers(a: string, b: string): number {
  const [shortA, shortB] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return shortA.length - shortB.length || compareText(shortA, shortB);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareNaturally(a: string, b: string): number {
  const [partsA, partsB] = [a.split(/(\d+)/), b.split(/(\d+)/)];
  for (let at = 0; at < Math.min(partsA.length, partsB.length); at++) {
    const [partA, partB] = [partsA[at] ?? "", partsB[at] ?? ""];
    const order = at % 2 === 1 ? compareNumbers(partA, partB) : compareText(partA, partB);
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length || compareText(a, b);
}
