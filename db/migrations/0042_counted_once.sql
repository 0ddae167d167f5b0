-- What is counted of a site stands in one row, and what is counted of an hour in another, so that a comment that comes
-- or is decided writes each of them once. What there is is counted by indexes alone.

create table site_counts (
  site_id text primary key references sites (id),
  pending integer not null default 0 check (pending >= 0),
  published integer not null default 0 check (published >= 0),
  rejected integer not null default 0 check (rejected >= 0),
  spam integer not null default 0 check (spam >= 0),
  withdrawn integer not null default 0 check (withdrawn >= 0),
  reported integer not null default 0 check (reported >= 0),
  apart integer not null default 0 check (apart >= 0),
  appeals integer not null default 0 check (appeals >= 0),
  trusted integer not null default 0 check (trusted >= 0),
  -- How often it changed what the comments teach.
  lesson_changes integer not null default 0 check (lesson_changes >= 0)
) strict, without rowid;

insert into site_counts (site_id, pending, published, rejected, spam, withdrawn, reported, apart, appeals, trusted)
  select site_id, sum(iif(state = 'pending', count, 0)), sum(iif(state = 'published', count, 0)),
    sum(iif(state = 'rejected', count, 0)), sum(iif(state = 'spam', count, 0)), sum(iif(state = 'withdrawn', count, 0)),
    sum(iif(state = 'reported', count, 0)), sum(iif(state = 'apart', count, 0)), sum(iif(state = 'appeals', count, 0)),
    sum(iif(state = 'trusted', count, 0))
  from state_counts group by site_id;
insert into site_counts (site_id, lesson_changes) select site_id, count from lesson_changes where true
  on conflict (site_id) do update set lesson_changes = excluded.lesson_changes;

drop trigger comments_counted;
drop trigger comments_counted_apart;
drop trigger comments_counted_appeals;
drop trigger comments_counted_trusted;
drop trigger comments_recounted;
drop trigger comments_recounted_apart;
drop trigger comments_recounted_appeals;
drop trigger comments_recounted_trusted;
drop trigger comments_reports_counted;
drop trigger taught_changed;
drop trigger comments_uncounted;
drop trigger comments_uncounted_apart;
drop trigger comments_uncounted_appeals;
drop trigger comments_uncounted_trusted;
drop table state_counts;
drop table lesson_changes;

create trigger comments_counted after insert on comments
begin
  insert into site_counts (site_id, pending, published, rejected, spam, withdrawn, reported, apart, appeals, trusted)
    values (new.site_id, new.state = 'pending', new.state = 'published', new.state = 'rejected', new.state = 'spam',
      new.state = 'withdrawn', new.state in ('published', 'withdrawn') and new.reports > 0,
      new.state = 'pending' and new.apart = 1, new.state = 'pending' and new.appealed_at is not null,
      new.state = 'published' and new.trusted = 1 and new.reviewed_by is null)
    on conflict (site_id) do update set pending = pending + excluded.pending, published = published + excluded.published,
      rejected = rejected + excluded.rejected, spam = spam + excluded.spam, withdrawn = withdrawn + excluded.withdrawn,
      reported = reported + excluded.reported, apart = apart + excluded.apart, appeals = appeals + excluded.appeals,
      trusted = trusted + excluded.trusted;
end;

create trigger comments_recounted after update of state, apart, reports, appealed_at, reviewed_by, lesson, author, body
  on comments
  when (old.state, old.apart, old.reports > 0, old.appealed_at is null, old.reviewed_by is null, old.lesson)
      is not (new.state, new.apart, new.reports > 0, new.appealed_at is null, new.reviewed_by is null, new.lesson)
    or new.lesson is not null and (old.author, old.body) is not (new.author, new.body)
begin
  update site_counts set
      pending = pending + (new.state = 'pending') - (old.state = 'pending'),
      published = published + (new.state = 'published') - (old.state = 'published'),
      rejected = rejected + (new.state = 'rejected') - (old.state = 'rejected'),
      spam = spam + (new.state = 'spam') - (old.state = 'spam'),
      withdrawn = withdrawn + (new.state = 'withdrawn') - (old.state = 'withdrawn'),
      reported = reported + (new.state in ('published', 'withdrawn') and new.reports > 0)
        - (old.state in ('published', 'withdrawn') and old.reports > 0),
      apart = apart + (new.state = 'pending' and new.apart = 1) - (old.state = 'pending' and old.apart = 1),
      appeals = appeals + (new.state = 'pending' and new.appealed_at is not null)
        - (old.state = 'pending' and old.appealed_at is not null),
      trusted = trusted + (new.state = 'published' and new.trusted = 1 and new.reviewed_by is null)
        - (old.state = 'published' and old.trusted = 1 and old.reviewed_by is null),
      lesson_changes = lesson_changes + (old.lesson is not new.lesson
        or new.lesson is not null and (old.author, old.body) is not (new.author, new.body))
    where site_id = new.site_id;
end;

create trigger comments_uncounted after delete on comments
begin
  update site_counts set pending = pending - (old.state = 'pending'), published = published - (old.state = 'published'),
      rejected = rejected - (old.state = 'rejected'), spam = spam - (old.state = 'spam'),
      withdrawn = withdrawn - (old.state = 'withdrawn'),
      reported = reported - (old.state in ('published', 'withdrawn') and old.reports > 0),
      apart = apart - (old.state = 'pending' and old.apart = 1),
      appeals = appeals - (old.state = 'pending' and old.appealed_at is not null),
      trusted = trusted - (old.state = 'published' and old.trusted = 1 and old.reviewed_by is null)
    where site_id = old.site_id;
  update articles set published_count = published_count - (old.state = 'published'),
      (title, url) = (select title, url from article_names where id = old.article_id)
    where id = old.article_id;
end;

create view state_counts as
  select site_id, value as state, case value when 'pending' then pending when 'published' then published
      when 'rejected' then rejected when 'spam' then spam when 'withdrawn' then withdrawn when 'reported' then reported
      when 'apart' then apart when 'appeals' then appeals else trusted end as count
  from site_counts cross join json_each('["pending", "published", "rejected", "spam", "withdrawn", "reported", "apart",
    "appeals", "trusted"]');

-- How many of the comments of an hour stand in each state: those of a day are the sum of its hours.
alter table hourly_counts add column pending integer not null default 0 check (pending >= 0);
alter table hourly_counts add column published integer not null default 0 check (published >= 0);
alter table hourly_counts add column rejected integer not null default 0 check (rejected >= 0);
alter table hourly_counts add column spam integer not null default 0 check (spam >= 0);
alter table hourly_counts add column withdrawn integer not null default 0 check (withdrawn >= 0);

insert into hourly_counts (site_id, hour, pending, published, rejected, spam, withdrawn)
  select site_id, created_at / 3600000 as of_hour, sum(state = 'pending'), sum(state = 'published'),
    sum(state = 'rejected'), sum(state = 'spam'), sum(state = 'withdrawn')
  from comments indexed by comments_by_state group by site_id, of_hour
  on conflict (site_id, hour) do update set pending = excluded.pending, published = excluded.published,
    rejected = excluded.rejected, spam = excluded.spam, withdrawn = excluded.withdrawn;

drop trigger comments_counted_hourly;
drop trigger comments_recounted_hourly;
drop trigger comments_uncounted_hourly;
drop trigger comments_counted_daily;
drop trigger comments_recounted_daily;
drop trigger comments_uncounted_daily;
drop table daily_counts;

create trigger comments_counted_hourly after insert on comments
begin
  insert into hourly_counts (site_id, hour, arrived, waiting, pending, published, rejected, spam, withdrawn)
    values (new.site_id, new.created_at / 3600000, new.badge is not 'newsroom', new.state = 'pending' and new.apart = 0,
      new.state = 'pending', new.state = 'published', new.state = 'rejected', new.state = 'spam',
      new.state = 'withdrawn')
    on conflict (site_id, hour) do update set arrived = arrived + excluded.arrived, waiting = waiting + excluded.waiting,
      pending = pending + excluded.pending, published = published + excluded.published,
      rejected = rejected + excluded.rejected, spam = spam + excluded.spam, withdrawn = withdrawn + excluded.withdrawn;
end;

create trigger comments_recounted_hourly after update of state, apart on comments
  when old.state <> new.state or new.state = 'pending' and old.apart <> new.apart
begin
  update hourly_counts set
      waiting = waiting + (new.state = 'pending' and new.apart = 0) - (old.state = 'pending' and old.apart = 0),
      pending = pending + (new.state = 'pending') - (old.state = 'pending'),
      published = published + (new.state = 'published') - (old.state = 'published'),
      rejected = rejected + (new.state = 'rejected') - (old.state = 'rejected'),
      spam = spam + (new.state = 'spam') - (old.state = 'spam'),
      withdrawn = withdrawn + (new.state = 'withdrawn') - (old.state = 'withdrawn')
    where site_id = new.site_id and hour = new.created_at / 3600000;
end;

create trigger comments_uncounted_hourly after delete on comments
begin
  update hourly_counts set arrived = arrived - (old.badge is not 'newsroom'),
      waiting = waiting - (old.state = 'pending' and old.apart = 0),
      pending = pending - (old.state = 'pending'), published = published - (old.state = 'published'),
      rejected = rejected - (old.state = 'rejected'), spam = spam - (old.state = 'spam'),
      withdrawn = withdrawn - (old.state = 'withdrawn')
    where site_id = old.site_id and hour = old.created_at / 3600000;
end;

-- What is done most is found along the log as it is; what is rare has an index.
drop index decisions_by_action;
create index decisions_by_action on decisions (action, created_at) where action not in ('publish', 'reject');

-- What the filter says of many comments is kept once, as long as it says it of one.
create table remarks (
  number integer primary key,
  rule text not null,
  verdict text not null check (verdict in ('pass', 'hold', 'refuse')),
  message_vi text not null,
  message_en text not null,
  unique (rule, verdict, message_vi, message_en)
) strict;

create table comment_remarks (
  comment_id text not null references comments (id),
  position integer not null,
  remark integer not null references remarks (number),
  span_start integer,
  span_end integer,
  primary key (comment_id, position)
) strict, without rowid;

insert into remarks (rule, verdict, message_vi, message_en)
  select distinct rule, verdict, message_vi, message_en from findings;
insert into comment_remarks (comment_id, position, remark, span_start, span_end)
  select comment_id, position, number, span_start, span_end from findings cross join remarks
    on (remarks.rule, remarks.verdict, remarks.message_vi, remarks.message_en)
      = (findings.rule, findings.verdict, findings.message_vi, findings.message_en)
  order by comment_id, position;
drop table findings;
create index comment_remarks_alike on comment_remarks (remark, comment_id);

create view findings as
  select comment_id, position, rule, verdict, message_vi, message_en, span_start, span_end
  from comment_remarks join remarks on number = remark;

create trigger findings_kept instead of insert on findings
begin
  insert into remarks (rule, verdict, message_vi, message_en)
    values (new.rule, new.verdict, new.message_vi, new.message_en) on conflict do nothing;
  insert into comment_remarks (comment_id, position, remark, span_start, span_end)
    select new.comment_id, new.position, number, new.span_start, new.span_end from remarks
    where (rule, verdict, message_vi, message_en) = (new.rule, new.verdict, new.message_vi, new.message_en);
end;

create trigger findings_kept_otherwise instead of update on findings
begin
  insert into remarks (rule, verdict, message_vi, message_en)
    values (new.rule, new.verdict, new.message_vi, new.message_en) on conflict do nothing;
  update comment_remarks set span_start = new.span_start, span_end = new.span_end,
      remark = (select number from remarks
        where (rule, verdict, message_vi, message_en) = (new.rule, new.verdict, new.message_vi, new.message_en))
    where comment_id = old.comment_id and position = old.position;
end;

create trigger remarks_gone after delete on comment_remarks
begin
  delete from remarks where number = old.remark and not exists (select 1 from comment_remarks where remark = old.remark);
end;

create trigger remarks_gone_from after update of remark on comment_remarks when new.remark <> old.remark
begin
  delete from remarks where number = old.remark and not exists (select 1 from comment_remarks where remark = old.remark);
end;
