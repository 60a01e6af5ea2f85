import type { Catalogue, Relation } from "../../../catalogue/catalogue.ts";
import { quoteName } from "../../../facts/quote.ts";
import { nameOf } from "../../read-nodes.ts";

const counting = /\bnextval\('((?:[^']|'')*)'/gi;

/** Defaults that count with a sequence hold the sequence itself: they print the name it has now. */
export function renameSequence(
  { relations }: Catalogue,
  sequence: Relation,
  change: () => void,
): void {
  const { namespace, name } = sequence;
  change();
  const now = `${quoteName(sequence.namespace)}.${quoteName(sequence.name)}`;
  const renamed = (text: string) =>
    text.replace(counting, (found, written: string) => {
      const { schema = namespace, name: counted } = nameOf(partsOf(written));
      const isThis = schema === namespace && counted === name;
      return isThis ? `nextval('${now.replaceAll("'", "''")}'` : found;
    });
  for (const { columns } of relations.values()) {
    for (const column of columns) {
      if (column.default !== undefined) column.default = renamed(column.default);
    }
  }
}

/** `app."Fila_seq"` */
const partsOf = (written: string): readonly string[] =>
  [...written.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(
    ([plain, quoted]) => quoted?.replaceAll('""', '"') ?? plain.toLowerCase(),
  );
