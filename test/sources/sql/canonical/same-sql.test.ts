import { expect, test } from "vitest";
import { loadSameSql } from "#sources/sql/canonical/same-sql.ts";

const isSame = await loadSameSql();

test.each([
  ["expression", "0", "0::numeric"],
  ["expression", "-1", "'-1'::integer"],
  ["expression", "status in ('a', 'b')", "(status = ANY (ARRAY['a'::text, 'b'::text]))"],
  ["expression", "status in ('a')", "(status = 'a'::text)"],
  ["expression", "n not in (1, 2)", "(n <> ALL (ARRAY[1, 2]))"],
  ["expression", "n between 1 and 5", "((n >= 1) AND (n <= 5))"],
  ["expression", "a and (b and c)", "(a AND b AND c)"],
  ["expression", "nome like 'x%'", "(nome ~~ 'x%'::text)"],
  ["expression", "now() + interval '1 hour'", "(now() + '01:00:00'::interval)"],
  ["expression", "case when a then 1 end", "CASE WHEN a THEN 1 ELSE NULL::integer END"],
  ["expression", "nextval('public.t_id_seq')", "nextval('t_id_seq'::regclass)"],
  ["expression", "now() at time zone 'utc'", "(now() AT TIME ZONE 'utc'::text)"],
  [
    "expression",
    "exists (select 1 from membros m where m.id = auth.uid())",
    "(EXISTS ( SELECT 1 FROM public.membros m WHERE (m.id = auth.uid())))",
  ],
  ["expression", "f(a, 'x', 'y')", "f(a, VARIADIC ARRAY['x'::text, 'y'::text])"],
  ["expression", `'{"b":1,"a":[2]}'`, `'{"a": [2], "b": 1}'::jsonb`],
  ["constraint", "check (preco >= 0)", "CHECK ((preco >= (0)::numeric))"],
  ["constraint", "foreign key (a) references b", "FOREIGN KEY (a) REFERENCES public.b(id)"],
  [
    "index",
    'CREATE INDEX ON t USING btree (id ASC, (nome COLLATE "C"))',
    'CREATE INDEX i ON public.x USING btree (id, nome COLLATE "C")',
  ],
  [
    "bounds",
    "for values from ('2026-01-01')  to (maxvalue)",
    "FOR VALUES FROM ('2026-01-01') TO (MAXVALUE)",
  ],
  ["partition key", "range (data)", "RANGE (data)"],
])("%s: `%s` is `%s`", (form, a, b) => {
  expect(isSame(form, a, b)).toBe(true);
});

test.each([
  ["expression", "a > 1", "(a >= 1)"],
  ["expression", "status in ('a', 'b')", "(status = ANY (ARRAY['a'::text, 'c'::text]))"],
  ["expression", "now() + interval '1 hour'", "(now() + '02:00:00'::interval)"],
  ["expression", "a or b", "(a AND b)"],
  [
    "constraint",
    "foreign key (a) references b on delete cascade",
    "FOREIGN KEY (a) REFERENCES b(id)",
  ],
  ["index", "CREATE UNIQUE INDEX ON t (a)", "CREATE INDEX i ON t USING btree (a)"],
  ["index", "CREATE INDEX ON t (a DESC)", "CREATE INDEX i ON t USING btree (a)"],
  ["index", "CREATE INDEX ON t (a) WHERE b", "CREATE INDEX i ON t USING btree (a)"],
  ["expression", "not ( sql", "x"],
])("%s: `%s` is not `%s`", (form, a, b) => {
  expect(isSame(form, a, b)).toBe(false);
});
