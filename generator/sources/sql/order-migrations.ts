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
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareSegments(a[at] ?? "", b[at] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const version = /^\d+(?:\.\d+)*/;

/** A leading version (`0010`, `1.2`) is compared first, then the rest. */
function compareSegments(a: string, b: string): number {
  const [versionA, versionB] = [version.exec(a), version.exec(b)];
  if (versionA !== null && versionB !== null) {
    const order = compareVersions(versionA[0].split("."), versionB[0].split("."));
    if (order !== 0) return order;
  }
  return compareNaturally(a, b);
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
