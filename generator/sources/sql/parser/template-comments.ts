/**
 * Comments that migration tools and linters write or read. They are about the file and say nothing of
 * the object below them.
 */
const templates: readonly RegExp[] = [
  // Prisma: `CreateTable`, `AddForeignKey`
  /^(?:Create|Alter|Drop|Add|Rename|Redefine)(?:[A-Z][a-z]+)+$/,
  // sqlx
  /^Add (?:(?:up|down) )?migration script here$/,
  // Diesel
  /^Your SQL goes here$/,
  /^This file should undo anything in `up\.sql`$/,
  // Drizzle
  /^> statement-breakpoint$/,
  /^Custom SQL migration file, put your code below!/,
  // goose, sql-migrate, rambler, dbmate, node-pg-migrate
  /^(?:\+goose|\+migrate|rambler|migrate:)\s*\w+/,
  /^(?:Up|Down) Migration$/,
  // Atlas: `Create "orders" table`, `Drop index "orders_key" from table: "orders"`
  /^(?:Create|Modify|Drop|Rename) (?:(?:enum type|(?:unique )?index|sequence|view) )?"[^"]+"/,
  /^(?:Add new schema named|Drop schema named) "/,
  /^atlas:\w+/,
  // Liquibase
  /^(?:liquibase formatted sql|changeset \S+:|rollback |preconditions )/,
  // Alembic
  /^Running (?:upgrade|downgrade) /,
  // pg_dump
  /^Name: .*; Type: .*; Schema: /,
  // squawk, sqlfluff, IDEs
  /^(?:squawk-ignore|sqlfluff:|noqa\b|noinspection\b|language=)/,
];

/** Whether a line of a comment is such a one. */
export const isTemplateComment = (line: string): boolean =>
  templates.some((template) => template.test(line));
