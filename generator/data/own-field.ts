/** What `value` itself holds under `name`; nothing inherited, and nothing of what is no object. */
export const ownField = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
