-- A channel: an address outside that is told what happens on a site. Its address and secrets are sealed with the secret of
-- the installation; `shown` is what moderators see of the address. One that is `grouped` is told how the queue stands, no
-- more than once a minute, and another of each event by itself. While it fails it rests until `rests_until`.
create table channels (
  id text primary key,
  site_id text not null references sites (id),
  kind text not null check (kind in ('standard', 'slack', 'telegram', 'discord', 'lark')),
  sealed_url text not null,
  shown text not null,
  events text not null check (json_valid(events)),
  grouped integer not null check (grouped in (0, 1)),
  sealed_secret text,
  sealed_old_secret text,
  old_secret_until integer not null default 0,
  paused_at integer,
  told_at integer not null default 0,
  failures integer not null default 0 check (failures >= 0),
  failing_since integer,
  rests_until integer not null default 0,
  dropped integer not null default 0 check (dropped >= 0),
  created_at integer not null
) strict;

create index channels_by_site on channels (site_id);

-- An event: what happened to a comment, where a channel of its site asks for that. It is written by the write that does
-- it, and is gone once it stands among the deliveries of each.
create table events (
  number integer primary key,
  id text not null unique,
  site_id text not null references sites (id),
  kind text not null,
  comment_id text references comments (id),
  decision_id text,
  state text,
  version integer,
  created_at integer not null
) strict;

create index events_by_comment on events (comment_id) where comment_id is not null;

-- A delivery: an event on its way to a channel, or there. Whoever takes one to deliver it puts `due_at` off first, so that
-- nobody else does meanwhile; what was cut off is due again by then, under the same id. `queue.stands` is the line that
-- groups events.
create table deliveries (
  channel_id text not null references channels (id) on delete cascade,
  event_id text not null,
  kind text not null,
  comment_id text references comments (id),
  decision_id text,
  state text,
  version integer,
  importance integer not null,
  created_at integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed', 'dropped')),
  tries integer not null default 0 check (tries >= 0),
  due_at integer not null,
  tried_at integer,
  answer text,
  primary key (channel_id, event_id)
) strict, without rowid;

create index deliveries_waiting on deliveries (channel_id, due_at) where status = 'waiting';
create index deliveries_by_age on deliveries (channel_id, created_at);
create index deliveries_by_comment on deliveries (comment_id) where comment_id is not null;
create unique index deliveries_grouped on deliveries (channel_id) where status = 'waiting' and kind = 'queue.stands';
-- What is liked meanwhile is told with it.
create unique index deliveries_liked on deliveries (channel_id, comment_id)
  where status = 'waiting' and kind = 'comment.liked';

-- As before, and what a decision makes of a comment is an event.
drop trigger decision_steps_taken;
create trigger decision_steps_taken after delete on decision_steps
  when exists (select 1 from decisions where id = old.decision_id)
    and exists (select 1 from comments where id = old.comment_id and version = old.version)
begin
  insert into decided_comments (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
    select old.decision_id, id, state, old.to_state, version + 1, lesson, old.to_lesson
    from comments where id = old.comment_id;
  insert into events (id, site_id, kind, comment_id, decision_id, state, version, created_at)
    select lower(hex(randomblob(16))), site_id, told.kind, comments.id, decisions.id, old.to_state, version + 1,
      decisions.created_at
    from comments join decisions on decisions.id = old.decision_id
      join (select case old.to_state when 'pending' then 'comment.held' else 'comment.' || old.to_state end as kind) as told
    where comments.id = old.comment_id and comments.state <> old.to_state
      and exists (select 1 from channels, json_each(channels.events) as asked
        where channels.site_id = comments.site_id and asked.value = told.kind);
  update comments set state = old.to_state, version = version + 1, lesson = old.to_lesson where id = old.comment_id;
  update reports set settled_by = (select iif(undoes is null, id, null) from decisions where id = old.decision_id)
    where comment_id = old.comment_id
      and settled_by is (select undoes from decisions where id = old.decision_id);
  delete from claims where comment_id = old.comment_id;
end;

-- The queue is called too long where more than so many wait for longer than so many minutes; 0 minutes never.
alter table sites add column alert_waiting_count integer not null default 20
  check (alert_waiting_count between 0 and 1000000);
alter table sites add column alert_waiting_minutes integer not null default 0
  check (alert_waiting_minutes between 0 and 100000);

-- A queue that waits too long, and when that was told last: once an hour while it lasts.
create table alerts (
  site_id text primary key references sites (id),
  told_at integer not null
) strict, without rowid;
