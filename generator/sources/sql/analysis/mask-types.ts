const declarations = /\bdeclare\b([\s\S]*?)\bbegin\b/gi;
const variable =
  /(?<start>(?:^|;|\bdeclare\b|\n)\s*(?<name>[\w"]+)\s+(?:constant\s+)?)(?<type>[\w."]+(?:\s*\([^)]*\))?(?:%rowtype)?)(?=\s*(?:;|:=|=|default\b|not\s+null\b))/gi;
const builtIn =
  /^(?:record|refcursor|text|char|varchar|int|integer|bigint|smallint|numeric|boolean|bool|date|timestamp|timestamptz|interval|uuid|jsonb?|bytea|real|float\d?|int\d|name|oid|reg\w+|cursor|alias)\b/i;

/**
 * Declares variables of types that are not PostgreSQL's own anew, all places staying the same: as
 * records where their fields are named, else as texts. Without a catalogue the parser takes an enum
 * for a row, and knows no field of a table's row.
 */
export const maskTypes = (statement: string): string =>
  statement.replace(declarations, (section) =>
    section.replace(variable, (written, ...rest) => {
      const { start, name, type } = rest.at(-1) as Readonly<Record<string, string>>;
      return builtIn.test(type ?? "") ? written : (start ?? "") + plain(type, name, statement);
    }),
  );

function plain(type = "", name = "", statement: string): string {
  const isRow = new RegExp(String.raw`(?<![\w.])${name}\.\w`, "i").test(statement);
  const word = isRow ? "record" : "text";
  return word.length > type.length ? type : word.padEnd(type.length);
}
