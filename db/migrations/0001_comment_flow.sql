-- A site: a publication that embeds the service, with its settings. `origins` is a JSON array.
create table sites (
  id text primary key check (length(id) between 1 and 64),
  name text not null,
  language text not null default 'vi' check (language in ('vi', 'en')),
  origins text not null default '[]' check (json_valid(origins)),
  moderation text not null default 'hold-all' check (moderation in ('hold-all', 'publish-clean')),
  captcha text not null default 'on' check (captcha in ('on', 'off')),
  pace text not null default 'on' check (pace in ('on', 'off')),
  max_length integer not null default 2000 check (max_length between 1 and 10000),
  close_after_days integer not null default 0 check (close_after_days >= 0),
  created_at integer not null
) strict;

-- An article: a page of a site that carries comments, known from its first comment on. `published_count`
-- is kept by triggers. Times are integer milliseconds everywhere.
create table articles (
  id integer primary key,
  site_id text not null references sites (id),
  key text not null check (length(key) between 1 and 512),
  title text not null default '',
  url text not null default '',
  open integer not null default 1 check (open in (0, 1)),
  published_count integer not null default 0 check (published_count >= 0),
  created_at integer not null,
  unique (site_id, key)
) strict;

-- A comment, from the moment it was taken in. `version` grows with every change of state, so that a change
-- can be asked for against the state that somebody saw. `sender` is a keyed hash of an address, never the
-- address; `fingerprint` is equal for texts that read the same.
create table comments (
  id text primary key,
  site_id text not null references sites (id),
  article_id integer not null references articles (id),
  parent_id text references comments (id),
  author text not null,
  email text,
  body text not null,
  state text not null check (state in ('pending', 'published', 'rejected', 'spam', 'withdrawn')),
  version integer not null default 1,
  risk real not null check (risk between 0 and 1),
  sender text not null,
  fingerprint text not null,
  created_at integer not null
) strict;

create index comments_thread on comments (article_id, created_at, id) where state = 'published';
create index comments_queue on comments (site_id, created_at, id) where state = 'pending';
create index comments_riskiest on comments (site_id, risk, id) where state = 'pending';
create index comments_by_state on comments (site_id, state, created_at, id);
create index comments_by_sender on comments (site_id, sender, created_at);
create index comments_by_fingerprint on comments (site_id, fingerprint, created_at);
create index comments_replies on comments (parent_id) where parent_id is not null;

-- A finding: what one rule of the filter said of one comment. The span is in UTF-16 units of the body.
create table findings (
  comment_id text not null references comments (id),
  position integer not null,
  rule text not null,
  verdict text not null check (verdict in ('pass', 'hold', 'refuse')),
  message_vi text not null,
  message_en text not null,
  span_start integer,
  span_end integer,
  primary key (comment_id, position)
) strict, without rowid;

create index findings_by_rule on findings (rule, comment_id);

-- How many comments of a site are in a state; kept by triggers in the write that changes them.
create table state_counts (
  site_id text not null references sites (id),
  state text not null,
  count integer not null default 0 check (count >= 0),
  primary key (site_id, state)
) strict, without rowid;

create trigger comments_counted after insert on comments
begin
  insert into state_counts (site_id, state, count) values (new.site_id, new.state, 1)
    on conflict (site_id, state) do update set count = count + 1;
  update articles set published_count = published_count + (new.state = 'published') where id = new.article_id;
end;

create trigger comments_recounted after update of state on comments when old.state <> new.state
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = old.state;
  insert into state_counts (site_id, state, count) values (new.site_id, new.state, 1)
    on conflict (site_id, state) do update set count = count + 1;
  update articles set published_count = published_count + (new.state = 'published') - (old.state = 'published')
    where id = new.article_id;
end;

create trigger comments_uncounted after delete on comments
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = old.state;
  update articles set published_count = published_count - (old.state = 'published') where id = old.article_id;
end;

-- A challenge: one captcha. It is spent by being deleted.
create table challenges (
  id text primary key,
  site_id text not null references sites (id),
  sender text not null,
  answer text not null,
  expires_at integer not null
) strict;

create index challenges_by_sender on challenges (site_id, sender, expires_at);
create index challenges_by_expiry on challenges (expires_at);

-- An idempotency key that a comment was sent with, so that a retry gets the first answer.
create table idempotency_keys (
  site_id text not null references sites (id),
  key text not null,
  request_hash text not null,
  comment_id text not null references comments (id),
  state text not null,
  created_at integer not null,
  primary key (site_id, key)
) strict, without rowid;

create index idempotency_keys_by_age on idempotency_keys (created_at);

-- A moderator: an account at the desk. `password` is a scrypt hash with its parameters.
create table moderators (
  id text primary key,
  name text not null unique,
  password text not null,
  role text not null check (role in ('owner', 'moderator')),
  all_sites integer not null check (all_sites in (0, 1)),
  language text not null default 'vi' check (language in ('vi', 'en')),
  created_at integer not null
) strict;

-- A site that a moderator without `all_sites` may work on.
create table moderator_sites (
  moderator_id text not null references moderators (id),
  site_id text not null references sites (id),
  primary key (moderator_id, site_id)
) strict, without rowid;

-- A session of the desk (it expires) or an API token (it does not). Only the hash of the secret is here.
create table credentials (
  hash text primary key,
  moderator_id text not null references moderators (id),
  kind text not null check (kind in ('session', 'token')),
  created_at integer not null,
  expires_at integer,
  check ((kind = 'session') = (expires_at is not null))
) strict, without rowid;

create index credentials_by_moderator on credentials (moderator_id);

-- The one-time link that sets up the first owner: only the hash of its secret.
create table setup_links (
  hash text primary key,
  expires_at integer not null
) strict, without rowid;

-- A decision: who did what, why, when. Never edited; an undo is a decision of its own. One decision is
-- about comments of one or several sites: see decided_comments.
create table decisions (
  id text primary key,
  moderator_id text not null references moderators (id),
  action text not null check (action in ('publish', 'reject', 'spam', 'restore', 'undo')),
  undoes text references decisions (id),
  reason text,
  note text,
  created_at integer not null,
  check ((action = 'undo') = (undoes is not null))
) strict;

create index decisions_by_age on decisions (created_at, id);
create index decisions_by_moderator on decisions (moderator_id, created_at, id);
create index decisions_undone on decisions (undoes) where undoes is not null;

-- One comment of a decision: where it came from, where it went, and the version that it got by it.
create table decided_comments (
  decision_id text not null references decisions (id),
  comment_id text not null references comments (id),
  from_state text not null,
  to_state text not null,
  version integer not null,
  primary key (decision_id, comment_id)
) strict, without rowid;

create index decided_comments_by_comment on decided_comments (comment_id, version);

create trigger decisions_stay before update on decisions
begin
  select raise(abort, 'a decision is never edited');
end;

create trigger decided_comments_stay before update on decided_comments
begin
  select raise(abort, 'a decision is never edited');
end;

-- How often something limited was tried within a window of time: sign-ins, new challenges.
create table attempts (
  subject text not null,
  window_start integer not null,
  count integer not null,
  expires_at integer not null,
  primary key (subject, window_start)
) strict, without rowid;

create index attempts_by_expiry on attempts (expires_at);
