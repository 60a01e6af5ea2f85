import { rule } from "../rule.ts";

/** Extensions that make schemas of their own, or belong to PostgreSQL's catalogue. */
const placedElsewhere: ReadonlySet<string> = new Set([
  "address_standardizer_data_us",
  "pg_cron",
  "pg_net",
  "pg_tle",
  "pgmq",
  "pgsodium",
  "plpgsql",
  "postgis_tiger_geocoder",
  "postgis_topology",
  "supabase_vault",
  "timescaledb",
]);

export const extensionInPublic = rule("evaluate/schema-extension-in-public", ({ extensions }) =>
  extensions
    .filter(({ attributes }) => (attributes.namespace ?? "public") === "public")
    .filter(({ title }) => !placedElsewhere.has(title))
    .map((item) => ({ item, args: { extension: item.title } })),
);
