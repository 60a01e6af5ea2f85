import { compareSymbols } from "#graph/index.ts";
import { exportedNames } from "#sources/typescript/exports/exported-names.ts";
import { readExports } from "#sources/typescript/exports/read-exports.ts";
import { describe, expect, test } from "vitest";

const namesOf = (files: Readonly<Record<string, string>>, ...entries: readonly string[]) => {
  const read = new Map(
    Object.entries(files).map(([path, text]) => [path, readExports(text, path)]),
  );
  const named = new Map(entries.map((path) => [path, path.replace(/\.ts$/, "")]));
  return exportedNames({ entries: named, exportsOf: (path) => read.get(path) });
};

/** What became of `a.ts` between two texts. */
const changes = (before: string, after: string) =>
  compareSymbols(namesOf({ "a.ts": before }, "a.ts"), namesOf({ "a.ts": after }, "a.ts")).map(
    ({ name, change, effect }) => `${name} ${change} ${effect}`,
  );

describe("what became of an exported name", () => {
  test.each([
    ["a name that is gone", "export const a = 1;", "const a = 1;", ["a removed breaking"]],
    ["a new name", "", "export function f() {}", ["f added compatible"]],
    ["a body", "export function f(): void {}", "export function f(): void { g(); }", []],
    [
      "a comment",
      "export interface A { x: 1 }",
      "/** A. */ export interface A { /* x */ x: 1 }",
      [],
    ],
    [
      "an optional parameter at the end",
      "export const f = (a: string): void => {};",
      "export const f = (a: string, b = 1): void => {};",
      ["f changed compatible"],
    ],
    [
      "a parameter that has to be given",
      "export function f(a?: string): void {}",
      "export function f(a: string): void {}",
      ["f changed breaking"],
    ],
    [
      "another type",
      "export function f(a: string): string { return a; }",
      "export function f(a: number): string { return ''; }",
      ["f changed unclassified"],
    ],
    [
      "a type that was left to the compiler, and is written now",
      "export const f = (a = '') => a;",
      "export const f = (a: string = ''): string => a;",
      [],
    ],
    [
      "another name of a parameter",
      "export function f(a: string): void {}",
      "export function f(b: string): void {}",
      [],
    ],
    [
      "a member that is gone, and one that may be there",
      "export interface A { x: string; y: string }",
      "export interface A { y: string; z?: string }",
      ["A changed breaking"],
    ],
    [
      "a member that has to be there",
      "export type A = { x: string };",
      "export type A = { x: string; y: string };",
      ["A changed unclassified"],
    ],
    [
      "what is private in a class",
      "export class A { #x = 1; private y = 2; f(): void {} }",
      "export class A { f(): void { this.g(); } private g() {} }",
      [],
    ],
    [
      "a value of an enumeration",
      "export enum E { A, B }",
      "export enum E { A }",
      ["E changed breaking"],
    ],
    [
      "overloads",
      "export function f(a: string): string; export function f(a: any) { return a; }",
      "export function f(a: number): string; export function f(a: any) { return a; }",
      ["f changed unclassified"],
    ],
    [
      "a constant that becomes a function of the same name",
      "export const a: number = 1;",
      "export function a(): number { return 1; }",
      ["a changed unclassified"],
    ],
    [
      "two names of one declaration",
      "const { a, b } = c; export { a };",
      "export const { a, b } = c;",
      ["b added compatible"],
    ],
  ])("%s", (...[, before, after, expected]) => {
    expect(changes(before, after)).toEqual(expected);
  });
});

describe("the names of an entry point", () => {
  const files = {
    "src/index.ts": `export * from "./a.js"; export { b as c } from "./b"; export * from "zod"; export { d } from "d";`,
    "src/a.ts": `export const a: 1 = 1; export default a; export * from "./index";`,
    "src/b/index.ts": `export function b(): void {} export type B = string;`,
  };

  test("are what it passes on, from whatever file, and each round of files ends", () => {
    const names = namesOf(files, "src/index.ts").map(({ name, kind }) => `${kind} ${name}`);
    expect(names.sort()).toEqual([
      "function c",
      "reference * from zod",
      "reference d",
      "variable a",
    ]);
  });

  test("are not told again where another entry point has them", () => {
    const names = namesOf(files, "src/index.ts", "src/b/index.ts");
    expect(names.map(({ module, name, kind }) => `${module} ${kind} ${name}`)).toContain(
      "src/index reference c",
    );
  });
});
