import { expect, test } from "vitest";
import { replay } from "../../support/migrations.ts";

test("the index of a key shares the names of its schema, whatever its table is called now", async () => {
  const { names } = await replay(`
    create table fila (id int primary key, chave text unique);
    alter table fila rename to fila_velha;
    create table fila (id int primary key, chave text unique check (chave <> ''));
    create index on fila (chave);
    alter table fila rename to outra;
    create table fila (chave text);
    create index on fila (chave);
    create schema s; create table s.fila (id int primary key);`);
  expect(names("constraint").toSorted()).toEqual([
    "public.fila_velha/fila_chave_key",
    "public.fila_velha/fila_pkey",
    "public.outra/fila_chave_check",
    "public.outra/fila_chave_key1",
    "public.outra/fila_pkey1",
    "s.fila/fila_pkey",
  ]);
  expect(names("index").toSorted()).toEqual(["public.fila_chave_idx", "public.fila_chave_idx1"]);
});
