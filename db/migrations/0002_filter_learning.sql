-- A word that a site holds beside the lists of the filter, or lets pass although they have it.
create table site_words (
  site_id text not null references sites (id),
  word text not null check (length(word) between 1 and 64),
  effect text not null check (effect in ('hold', 'pass')),
  created_at integer not null,
  primary key (site_id, word)
) strict, without rowid;

-- From which learned probabilities on a comment is held, and whether the site's own decisions count in it.
alter table sites add column hold_abuse_at real not null default 0.98 check (hold_abuse_at between 0 and 1);
alter table sites add column hold_spam_at real not null default 0.6 check (hold_spam_at between 0 and 1);
alter table sites add column learning text not null default 'on' check (learning in ('on', 'off'));

-- What the filter thought when the comment came: by what it was shipped with, and by the site's own history
-- (null until that says something). Kept as it was, so that it can be held against what moderators did.
alter table comments add column shipped_risk real check (shipped_risk between 0 and 1);
alter table comments add column learned_risk real check (learned_risk between 0 and 1);

-- `sketch` is close for texts that are nearly the same.
alter table comments add column sketch text not null default '';

-- `lesson` is what moderators made of the comment; `learned` is what the site's own model has counted of it.
-- Where they differ there is something to learn, or to unlearn.
alter table comments add column lesson text check (lesson in ('publish', 'reject', 'spam'));
alter table comments add column learned text check (learned in ('publish', 'reject', 'spam'));
alter table decided_comments add column from_lesson text check (from_lesson in ('publish', 'reject', 'spam'));
alter table decided_comments add column to_lesson text check (to_lesson in ('publish', 'reject', 'spam'));

create index comments_to_learn on comments (site_id) where lesson is not learned;
create index comments_learned on comments (site_id, learned, created_at) where learned is not null;

-- The site's own model: in how many comments that moderators published, rejected or called spam a hashed
-- feature stood.
create table learned_features (
  site_id text not null references sites (id),
  feature integer not null,
  publish integer not null,
  reject integer not null,
  spam integer not null,
  primary key (site_id, feature)
) strict, without rowid;

-- Parts of the sketches of late comments: near-equal texts share at least one.
create table sketch_bands (
  site_id text not null references sites (id),
  band integer not null,
  part text not null,
  comment_id text not null references comments (id),
  created_at integer not null,
  primary key (site_id, band, part, comment_id)
) strict, without rowid;

create index sketch_bands_by_age on sketch_bands (created_at);
