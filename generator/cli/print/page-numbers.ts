/** A destination as Chromium writes it: `/p1-name [16 0 R /XYZ 0 841.9 0]`, the page by its object. */
const destination = /\/([!-~]+?) \[(\d+) 0 R \/XYZ/g;
/** A node of the tree of pages, and a page. */
const node = /(?:^|\n)(\d+) 0 obj\r?\n<<\/Type \/Pages?\b([\s\S]*?)\nendobj/g;

/**
 * On which page of a PDF each of its named places is, the first being 1. It reads what Chromium
 * writes, whose objects outside of streams are plain; nothing is found in other files.
 */
export function pageNumbers(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString("latin1");
  const kids = new Map(
    Array.from(text.matchAll(node), ([, id = "", body = ""]) => [id, kidsIn(body)] as const),
  );
  const children = new Set([...kids.values()].flat());
  const roots = [...kids.keys()].filter((id) => !children.has(id));
  const order = new Map(roots.flatMap((id) => leaves(id, kids)).map((id, at) => [id, at + 1]));
  return new Map(
    Array.from(text.matchAll(destination)).flatMap(([, name = "", page = ""]) => {
      const number = order.get(page);
      return number === undefined ? [] : [[name, number] as const];
    }),
  );
}

const kidsIn = (body: string): readonly string[] => {
  const [, list = ""] = /\/Kids \[([^\]]*)\]/.exec(body) ?? [];
  return Array.from(list.matchAll(/(\d+) 0 R/g), ([, id = ""]) => id);
};

function leaves(id: string, kids: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const below = kids.get(id);
  if (below === undefined) return [];
  return below.length === 0 ? [id] : below.flatMap((each) => leaves(each, kids));
}
