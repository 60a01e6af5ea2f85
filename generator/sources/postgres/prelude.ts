/** What a platform has before the first migration of a project. */
interface Piece {
  /** It is given when the migrations name it … */
  readonly named: RegExp;
  /** … and none of these is made by them. */
  readonly unless: readonly string[];
  readonly sql: string;
}

const roles = [
  "anon",
  "authenticated",
  "service_role",
  "authenticator",
  "dashboard_user",
  "supabase_admin",
  "supabase_auth_admin",
  "supabase_storage_admin",
  "supabase_functions_admin",
  "supabase_realtime_admin",
  "pgsodium_keyiduser",
];

const rolePieces: readonly Piece[] = roles.map((role) => ({
  named: new RegExp(`\\b${role}\\b`),
  unless: [`role:${role}`],
  sql: `create role ${role}${role === "service_role" ? " bypassrls" : ""};`,
}));

const platformSchemas: readonly string[] = [
  "auth",
  "storage",
  "extensions",
  "realtime",
  "graphql",
  "graphql_public",
  "supabase_functions",
  "pgsodium",
];

const isNamed = (schema: string, text: string): boolean =>
  new RegExp(`\\b${schema}\\s*\\.|"${schema}"\\.|\\bschema\\s+"?${schema}\\b`, "i").test(text);

/** Whether they are written for Supabase, which has its extensions in a schema of their own. */
export const isForSupabase = (text: string): boolean =>
  /\b(?:auth\.(?:users|uid|jwt|role)|storage\.(?:objects|buckets))\b/.test(text);

/** Schemas that the migrations write to or name, and do not create. */
function neededSchemas(text: string, made: ReadonlySet<string>): readonly string[] {
  const created = new Set(
    [
      ...text.matchAll(
        /\b(?:create\s+schema\s+(?:if\s+not\s+exists\s+)?|alter\s+schema\s+\S+\s+rename\s+to\s+)"?([\w$]+)/gi,
      ),
    ].map(([, name = ""]) => name.toLowerCase()),
  );
  const written = [...made].flatMap((id) => /^namespace:([\w$]+)$/.exec(id)?.[1] ?? []);
  const named = platformSchemas.filter(
    (schema) => isNamed(schema, text) || (schema === "extensions" && isForSupabase(text)),
  );
  return [...new Set([...written, ...named])]
    .filter((schema) => schema !== "public" && !created.has(schema))
    .sort();
}

/** `auth.uid()` reads the claim `sub` of whoever asks. */
const claim = (name: string, type: string, setting = `request.jwt.claim.${name}`): Piece => ({
  named: new RegExp(`\\bauth\\.${name}\\s*\\(`),
  unless: [`function:auth.${name}`],
  sql: `create function auth.${name}() returns ${type} language sql stable
    as $$ select nullif(current_setting('${setting}', true), '')::${type} $$;`,
});

const objects: readonly Piece[] = [
  {
    named: /\bauth\.users\b/,
    unless: ["table:auth.users"],
    sql: `create table auth.users (
      instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255),
      email varchar(255), encrypted_password varchar(255), email_confirmed_at timestamptz,
      invited_at timestamptz, confirmation_token varchar(255), confirmation_sent_at timestamptz,
      recovery_token varchar(255), recovery_sent_at timestamptz,
      email_change_token_new varchar(255), email_change varchar(255),
      email_change_sent_at timestamptz, last_sign_in_at timestamptz, raw_app_meta_data jsonb,
      raw_user_meta_data jsonb, is_super_admin boolean, created_at timestamptz,
      updated_at timestamptz, phone text unique, phone_confirmed_at timestamptz,
      phone_change text, phone_change_token varchar(255), phone_change_sent_at timestamptz,
      confirmed_at timestamptz, email_change_token_current varchar(255),
      email_change_confirm_status smallint, banned_until timestamptz,
      reauthentication_token varchar(255), reauthentication_sent_at timestamptz,
      is_sso_user boolean not null default false, deleted_at timestamptz,
      is_anonymous boolean not null default false);`,
  },
  claim("uid", "uuid", "request.jwt.claim.sub"),
  claim("role", "text"),
  claim("email", "text"),
  claim("jwt", "jsonb", "request.jwt.claims"),
  {
    named: /\bstorage\.(?:buckets|objects)\b/,
    unless: ["table:storage.objects"],
    sql: `create table storage.buckets (id text primary key, name text not null unique,
        owner uuid, owner_id text, public boolean default false, avif_autodetection boolean,
        file_size_limit bigint, allowed_mime_types text[],
        created_at timestamptz default now(), updated_at timestamptz default now());
      create table storage.objects (id uuid primary key default gen_random_uuid(),
        bucket_id text references storage.buckets, name text, owner uuid, owner_id text,
        metadata jsonb, user_metadata jsonb, version text, path_tokens text[],
        created_at timestamptz default now(), updated_at timestamptz default now(),
        last_accessed_at timestamptz default now());
      alter table storage.objects enable row level security;`,
  },
  {
    named: /\bstorage\.foldername\s*\(/,
    unless: ["function:storage.foldername"],
    sql: `create function storage.foldername(name text) returns text[] language sql immutable
      as $$ select (string_to_array($1, '/'))[:cardinality(string_to_array($1, '/')) - 1] $$;`,
  },
  {
    named: /\bstorage\.filename\s*\(/,
    unless: ["function:storage.filename"],
    sql: `create function storage.filename(name text) returns text language sql immutable
      as $$ select reverse(split_part(reverse($1), '/', 1)) $$;`,
  },
  {
    named: /\bstorage\.extension\s*\(/,
    unless: ["function:storage.extension"],
    sql: `create function storage.extension(name text) returns text language sql immutable
      as $$ select reverse(split_part(reverse($1), '.', 1)) $$;`,
  },
  {
    named: /\bsupabase_realtime\b/,
    unless: ["publication:supabase_realtime"],
    sql: "create publication supabase_realtime;",
  },
];

/** What it has in each new project. */
const shipped: readonly Piece[] = [
  {
    named: /\b(?:crypt|gen_salt|gen_random_bytes|digest|hmac|pgp_\w+)\s*\(/,
    unless: ["extension:pgcrypto"],
    sql: "create extension pgcrypto schema extensions;",
  },
  {
    named: /\buuid_(?:generate_v\d|nil|ns_\w+)\b/,
    unless: ["extension:uuid-ossp"],
    sql: 'create extension "uuid-ossp" schema extensions;',
  },
];

const extensions: readonly Piece[] = [
  {
    named: /\bcron\.\w+/,
    unless: ["extension:pg_cron", "table:cron.job"],
    sql: "create extension pg_cron;",
  },
  {
    named: /\bnet\.http_/,
    unless: ["extension:pg_net", "namespace:net"],
    sql: "create extension pg_net;",
  },
  {
    named: /\bvault\.\w+/,
    unless: ["extension:supabase_vault", "namespace:vault"],
    sql: "create extension supabase_vault;",
  },
];

const isNeeded =
  (text: string, made: ReadonlySet<string>) =>
  ({ unless, named }: Piece): boolean =>
    !unless.some((id) => made.has(id)) && named.test(text);

/** What the migrations need of Supabase, or of whoever runs them, before the first of them can run. */
export function preludeFor(text: string, made: ReadonlySet<string>): readonly string[] {
  const needed = isNeeded(text, made);
  return [
    ...rolePieces.filter(needed).map(({ sql }) => sql),
    ...neededSchemas(text, made).map((schema) => `create schema "${schema}";`),
    ...[...(isForSupabase(text) ? shipped : []), ...extensions, ...objects]
      .filter(needed)
      .map(({ sql }) => sql),
  ];
}
