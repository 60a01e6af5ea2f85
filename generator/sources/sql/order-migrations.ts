/** Orders paths as migration tools apply them: numbers by value, whatever their width. */
export function compareMigrations(a: string, b: string): number {
  const [partsA, partsB] = [a.split("/"), b.split("/")];
  for (let at = 0; at < Math.min(partsA.length, partsB.length); at++) {
    const order = compareSegments(partsA[at] ?? "", partsB[at] ?? "");
    if (order !== 0) return order;
  }
  return partsA.length - partsB.length;
}

const version = /^(?:[Vv](?=\d))?(\d+(?:\.\d+)*)/;

/** A leading version (`0010`, `V1.2`) is compared first, then the rest. */
function compareSegments(a: string, b: string): number {
  const [versionA, versionB] = [version.exec(a), version.exec(b)];
  if (versionA?.[1] !== undefined && versionB?.[1] !== undefined) {
    const order = compareVersions(versionA[1].split("."), versionB[1].split("."));
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
