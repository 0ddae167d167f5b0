-- A letter: mail that somebody is to get, or got. It holds no address and no words: both are read as it is sent, so that
-- what is erased by then is in no letter. Whoever takes one to send it puts `due_at` off first; what was cut off is due
-- again by then, under the same id. What it is about beside is said by its kind.
create table letters (
  id text primary key,
  kind text not null,
  site_id text references sites (id),
  comment_id text references comments (id),
  moderator_id text references moderators (id),
  mailbox text,
  details text check (json_valid(details)),
  created_at integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  due_at integer not null,
  tried_at integer,
  answer text
) strict;

create index letters_waiting on letters (due_at) where status = 'waiting';
create index letters_by_age on letters (status, created_at);
create index letters_by_comment on letters (comment_id) where comment_id is not null;
create index letters_by_moderator on letters (moderator_id, kind, created_at) where moderator_id is not null;
create index letters_by_mailbox on letters (mailbox, site_id, kind) where mailbox is not null;
