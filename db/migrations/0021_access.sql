-- A token has a name, as its holder knows it, and may end. Its scope says what it may ask for; one that was made before
-- there were scopes has none, and may ask for all that its account may.
alter table credentials add column name text not null default '';
alter table credentials add column scope text check (scope in ('read', 'moderate', 'site'));
alter table credentials add column ends_at integer;

-- Who the newsroom's provider of accounts (OpenID Connect) says somebody is, and the account that opens to them.
-- `shut_at` is when the account was shut since the provider's word opened nothing any more.
create table identities (
  issuer text not null,
  subject text not null,
  moderator_id text not null unique references moderators (id),
  created_at integer not null,
  seen_at integer not null,
  shut_at integer,
  primary key (issuer, subject)
) strict, without rowid;

-- A sign-in by the provider that has come back, so that nothing of it is taken twice. Only a digest, until it is over.
create table returned_sign_ins (
  hash text primary key,
  expires_at integer not null
) strict, without rowid;

create index returned_sign_ins_by_expiry on returned_sign_ins (expires_at);
