/**
 * Times are epoch milliseconds. Rows that only make sense with their owner go with it (ON DELETE CASCADE).
 */
export const firstTables = `
CREATE TABLE tenants (
  id text PRIMARY KEY,
  settings jsonb NOT NULL,
  demo boolean NOT NULL,
  created_at bigint NOT NULL
);

CREATE TABLE users (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  shop_ids text[] NOT NULL,
  agent_ids text[] NOT NULL,
  password_hash text,
  active boolean NOT NULL,
  created_at bigint NOT NULL,
  last_sign_in_at bigint
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE INDEX users_tenant ON users (tenant_id);

CREATE TABLE sign_in_links (
  token_hash text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  expires_at bigint NOT NULL
);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  user_id text NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE api_keys (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash text NOT NULL UNIQUE,
  permissions text[] NOT NULL,
  created_at bigint NOT NULL,
  last_used_at bigint,
  revoked_at bigint
);
CREATE INDEX api_keys_tenant ON api_keys (tenant_id);

CREATE TABLE audit_entries (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  at bigint NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  target text NOT NULL,
  detail jsonb NOT NULL
);
CREATE INDEX audit_entries_time ON audit_entries (tenant_id, at DESC);

CREATE TABLE uploads (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name text NOT NULL,
  path text NOT NULL,
  bytes bigint NOT NULL,
  created_at bigint NOT NULL
);
CREATE INDEX uploads_tenant ON uploads (tenant_id);

CREATE TABLE sources (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  name text NOT NULL,
  kind text NOT NULL,
  ownership text NOT NULL,
  platform text NOT NULL,
  owner text NOT NULL,
  created_at bigint NOT NULL,
  UNIQUE (tenant_id, name, kind)
);

CREATE TABLE imports (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  upload_id text NOT NULL,
  entry text NOT NULL,
  file text NOT NULL,
  source_id text NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  options jsonb NOT NULL,
  state text NOT NULL,
  bytes bigint NOT NULL,
  bytes_read bigint NOT NULL,
  batches integer NOT NULL,
  "read" bigint NOT NULL,
  accepted bigint NOT NULL,
  duplicates bigint NOT NULL,
  rejected bigint NOT NULL,
  missing_time bigint NOT NULL,
  assumed_time bigint NOT NULL,
  unknown_role bigint NOT NULL,
  mojibake bigint NOT NULL,
  future_dates bigint NOT NULL,
  duplicated_ids bigint NOT NULL,
  analysed integer NOT NULL,
  to_analyse integer NOT NULL,
  started_by text NOT NULL,
  started_at bigint NOT NULL,
  finished_at bigint,
  error text
);
CREATE INDEX imports_tenant ON imports (tenant_id, started_at DESC);
CREATE INDEX imports_source ON imports (source_id);

-- One row a day; bit n = bucket n was touched.
CREATE TABLE import_touched_days (
  import_id text NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  day integer NOT NULL,
  buckets bit(256) NOT NULL,
  PRIMARY KEY (import_id, day)
);

-- One row a batch that had rejects: gzip of their JSON.
CREATE TABLE import_rejects (
  import_id text NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  batch integer NOT NULL,
  rejects bytea NOT NULL,
  PRIMARY KEY (import_id, batch)
);

CREATE TABLE import_analysis_jobs (
  import_id text NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  job_id text NOT NULL,
  PRIMARY KEY (import_id, job_id)
);

CREATE TABLE intake_batches (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  idempotency_key text NOT NULL,
  request_hash text NOT NULL,
  kind text NOT NULL,
  source_id text NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  received_at bigint NOT NULL,
  payload bytea,
  response jsonb NOT NULL,
  counts jsonb,
  finished_at bigint,
  UNIQUE (tenant_id, idempotency_key)
);
CREATE INDEX intake_batches_source ON intake_batches (source_id);

CREATE TABLE mappings (
  id text PRIMARY KEY,
  tenant_id text NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  columns_key text NOT NULL,
  name text NOT NULL,
  mapping jsonb NOT NULL,
  used_at bigint NOT NULL,
  UNIQUE (tenant_id, columns_key, name)
);
`
