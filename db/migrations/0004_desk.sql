-- The desk at a newspaper's size: the views of the queue walk these in their order. The fewer name the state, the
-- faster many comments are decided at once; what waits has an index of its own by risk (comments_riskiest, of 0001,
-- by site).
drop index comments_queue;
create index comments_by_age on comments (state, created_at, id);
create index comments_riskiest_of_all on comments (risk, id) where state = 'pending';
create index comments_of_article on comments (article_id, created_at, id);

-- Whether the text has an address in it; how many reports by readers nobody has settled yet; and the one appeal of
-- the author against not being published.
alter table comments add column has_links integer not null default 0 check (has_links in (0, 1));
alter table comments add column reports integer not null default 0 check (reports >= 0);
alter table comments add column appeal text;
alter table comments add column appealed_at integer;
update comments set has_links = 1 where body like '%http%' or body like '%www.%';
create index comments_linked on comments (state, created_at, id) where has_links = 1;
create index comments_reported on comments (state, created_at, id) where reports > 0;
create index comments_appealed on comments (state, created_at, id) where appealed_at is not null;

-- A number for each comment that stays the same for ever, which the index of its words goes by.
create table comment_numbers (
  number integer primary key,
  comment_id text not null unique references comments (id)
) strict;

-- The words of author and body as they were written, and without their marks. Only the index is kept.
create virtual table comment_words using fts5 (
  written, bare, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

-- A report by a reader that a published comment should be looked at: one for each sender. A decision settles it.
create table reports (
  comment_id text not null references comments (id),
  sender text not null,
  reason text not null check (reason in ('insult', 'spam', 'false', 'private', 'other')),
  details text not null default '',
  created_at integer not null,
  settled_by text references decisions (id),
  primary key (comment_id, sender)
) strict, without rowid;

create index reports_settled on reports (settled_by) where settled_by is not null;

create trigger reports_counted after insert on reports
begin
  update comments set reports = reports + 1 where id = new.comment_id;
end;

create trigger reports_recounted after update of settled_by on reports
  when (old.settled_by is null) <> (new.settled_by is null)
begin
  update comments set reports = reports + (new.settled_by is null) - (old.settled_by is null)
    where id = new.comment_id;
end;

-- `reported` is counted beside the states: published, with a report that nobody has settled.
create trigger comments_reports_counted after update of state, reports on comments
  when (old.state = 'published' and old.reports > 0) <> (new.state = 'published' and new.reports > 0)
begin
  insert into state_counts (site_id, state, count)
    values (new.site_id, 'reported', new.state = 'published' and new.reports > 0)
    on conflict (site_id, state) do update set
      count = count + (new.state = 'published' and new.reports > 0) - (old.state = 'published' and old.reports > 0);
end;

-- Who looks at a comment just now, so that two do not work on the same one.
create table claims (
  comment_id text primary key references comments (id),
  moderator_id text not null references moderators (id),
  expires_at integer not null
) strict, without rowid;

create index claims_by_expiry on claims (expires_at);

-- A change of a comment's words by a moderator, with what stood there before. Never edited.
create table edits (
  id text primary key,
  comment_id text not null references comments (id),
  moderator_id text not null references moderators (id),
  author_before text not null,
  body_before text not null,
  created_at integer not null
) strict;

create index edits_by_comment on edits (comment_id, created_at);

-- A sender from whom a site takes no comments for a time.
create table blocks (
  site_id text not null references sites (id),
  sender text not null,
  moderator_id text not null references moderators (id),
  created_at integer not null,
  expires_at integer not null,
  primary key (site_id, sender)
) strict, without rowid;

create index blocks_by_expiry on blocks (expires_at);

-- A JSON array of what moderators may choose from when they reject, and the author reads.
alter table sites add column reject_reasons text not null
  default '["Ngôn từ xúc phạm hoặc thô tục","Không liên quan đến bài viết","Có thông tin cá nhân","Có nội dung quảng cáo","Thông tin chưa được kiểm chứng"]'
  check (json_valid(reject_reasons));

-- What a decision that was taken by filter asked for, as JSON.
alter table decisions add column filter text check (json_valid(filter));

-- How many comments of a day (in Vietnam, UTC+7, counted from 1970) stand in a state; kept by triggers.
create table daily_counts (
  site_id text not null references sites (id),
  day integer not null,
  state text not null,
  count integer not null default 0 check (count >= 0),
  primary key (site_id, day, state)
) strict, without rowid;

insert into daily_counts (site_id, day, state, count)
  select site_id, (created_at + 25200000) / 86400000 as day, state, count(*) from comments group by site_id, day, state;

create trigger comments_counted_daily after insert on comments
begin
  insert into daily_counts (site_id, day, state, count)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.state, 1)
    on conflict (site_id, day, state) do update set count = count + 1;
end;

create trigger comments_recounted_daily after update of state on comments when old.state <> new.state
begin
  update daily_counts set count = count - 1
    where site_id = old.site_id and day = (old.created_at + 25200000) / 86400000 and state = old.state;
  insert into daily_counts (site_id, day, state, count)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.state, 1)
    on conflict (site_id, day, state) do update set count = count + 1;
end;

create trigger comments_uncounted_daily after delete on comments
begin
  update daily_counts set count = count - 1
    where site_id = old.site_id and day = (old.created_at + 25200000) / 86400000 and state = old.state;
end;

-- What moderators made of the comments that a rule held; kept by triggers.
create table rule_outcomes (
  site_id text not null references sites (id),
  rule text not null,
  lesson text not null check (lesson in ('publish', 'reject', 'spam')),
  count integer not null default 0 check (count >= 0),
  primary key (site_id, rule, lesson)
) strict, without rowid;

insert into rule_outcomes (site_id, rule, lesson, count)
  select site_id, rule, lesson, count(distinct comments.id) from comments
    join findings on findings.comment_id = comments.id and verdict <> 'pass'
    where lesson is not null group by site_id, rule, lesson;

create trigger lessons_counted after update of lesson on comments when old.lesson is not new.lesson
begin
  update rule_outcomes set count = count - 1
    where site_id = old.site_id and lesson = old.lesson
      and rule in (select rule from findings where comment_id = old.id and verdict <> 'pass');
  insert into rule_outcomes (site_id, rule, lesson, count)
    select distinct new.site_id, rule, new.lesson, 1 from findings
      where comment_id = new.id and verdict <> 'pass' and new.lesson is not null
    on conflict (site_id, rule, lesson) do update set count = count + 1;
end;

-- `keys` is how this moderator has the keyboard: a JSON object of action to key, or null for the usual ones.
alter table moderators add column keys text check (json_valid(keys));
-- Set while the account is shut: nobody signs in with it, and its sessions and tokens open nothing.
alter table moderators add column disabled_at integer;

-- The second factor of a moderator: the shared secret (RFC 6238), sealed with the installation's secret; in use
-- once it was confirmed by a first code. `last_step` is the last time step whose code was taken: each only once.
create table second_factors (
  moderator_id text primary key references moderators (id),
  sealed_secret text not null,
  confirmed_at integer,
  last_step integer not null default 0
) strict, without rowid;

-- A code that replaces the second factor once. Only its hash is here.
create table recovery_codes (
  moderator_id text not null references moderators (id),
  hash text not null,
  primary key (moderator_id, hash)
) strict, without rowid;

-- Where a session is used from, for its owner to recognise, and when it last was.
alter table credentials add column browser text not null default '';
alter table credentials add column seen_at integer;
