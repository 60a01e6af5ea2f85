/** What is compared, in the order of the table. */
export const aspects = [
  "schemas",
  "tables",
  "tables with their schema",
  "partitions",
  "columns",
  "types of columns",
  "not null",
  "primary keys",
  "foreign keys",
  "indexes",
  "enum labels",
  "views",
  "functions",
  "policies",
  "comments",
] as const;

export type Aspect = (typeof aspects)[number];

/** What somebody says about a schema: plain sentences that can be looked for in another's. */
export type FactSets = Readonly<Record<Aspect, readonly string[]>>;

export const noFacts: FactSets = Object.fromEntries(aspects.map((each) => [each, []])) as never;

const typeNames: Readonly<Record<string, string>> = {
  int8: "bigint",
  int4: "integer",
  float8: "double precision",
  doubleprecision: "double precision",
  varchar: "character varying",
  serial: "integer",
  "campo.situacao": "situacao",
};

/** One name for each type, so that nobody loses by writing `int8`. */
export const typeName = (written: string): string => {
  const [name = "", rest = ""] = written.toLowerCase().split(/(?=\()/);
  return (typeNames[name] ?? name) + rest.replaceAll(" ", "");
};

/** Of each aspect, how much of the truth was said and how much that is not true. */
export function score(truth: FactSets, said: FactSets): readonly string[] {
  return aspects.map((aspect) => {
    const expected = new Set(truth[aspect]);
    const given = new Set(said[aspect]);
    const right = [...expected].filter((each) => given.has(each)).length;
    const wrong = [...given].filter((each) => !expected.has(each)).length;
    return `${right}/${expected.size}${wrong === 0 ? "" : ` +${wrong} wrong`}`;
  });
}
