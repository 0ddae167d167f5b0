-- What came to a site in an hour (of UTC, counted from 1970), and what was decided then; kept by triggers. What the
-- newsroom wrote itself did not arrive.
create table hourly_counts (
  site_id text not null references sites (id),
  hour integer not null,
  arrived integer not null default 0 check (arrived >= 0),
  -- Of what came then, how much waits still; what waits apart is left aside.
  waiting integer not null default 0 check (waiting >= 0),
  decided integer not null default 0 check (decided >= 0),
  primary key (site_id, hour)
) strict, without rowid;

create index hourly_counts_waiting on hourly_counts (site_id, hour) where waiting > 0;

-- How many comments of a day (in Vietnam, UTC+7, counted from 1970) an article has by where they stand now; kept by
-- triggers. What the newsroom wrote itself is left aside. An article that was deleted may leave noughts behind.
create table article_days (
  site_id text not null references sites (id),
  day integer not null,
  article_id integer not null,
  comments integer not null default 0 check (comments >= 0),
  pending integer not null default 0 check (pending >= 0),
  published integer not null default 0 check (published >= 0),
  refused integer not null default 0 check (refused >= 0),
  primary key (site_id, day, article_id)
) strict, without rowid;

-- How many comments a moderator decided on a day (in Vietnam), and how many such decisions a colleague undid on it; kept
-- by triggers. What was decided stays counted when its comment is erased. What the newsroom wrote itself is left aside.
create table moderator_days (
  site_id text not null references sites (id),
  day integer not null,
  moderator_id text not null references moderators (id),
  published integer not null default 0,
  rejected integer not null default 0,
  spam integer not null default 0,
  restored integer not null default 0,
  undone integer not null default 0,
  primary key (site_id, day, moderator_id)
) strict, without rowid;

-- How long comments waited from when they came to when a moderator first decided them, on that day (in Vietnam): so many
-- waited this step, and so many milliseconds together. Four steps double one minute more than the wait.
create table wait_counts (
  site_id text not null references sites (id),
  day integer not null,
  moderator_id text not null references moderators (id),
  step integer not null,
  count integer not null default 0,
  waited integer not null default 0,
  primary key (site_id, day, moderator_id, step)
) strict, without rowid;

insert into hourly_counts (site_id, hour, arrived, waiting, decided)
  select site_id, hour, sum(arrived), sum(waiting), sum(decided) from (
    select site_id, created_at / 3600000 as hour, badge is not 'newsroom' as arrived,
      state = 'pending' and apart = 0 as waiting, 0 as decided from comments
    union all
    select comments.site_id, decisions.created_at / 3600000, 0, 0, 1 from decided_comments
      join decisions on decisions.id = decision_id and decisions.undoes is null
      join comments on comments.id = comment_id and badge is not 'newsroom')
  group by site_id, hour;

insert into article_days (site_id, day, article_id, comments, pending, published, refused)
  select site_id, (created_at + 25200000) / 86400000, article_id, count(*), sum(state = 'pending'),
    sum(state = 'published'), sum(state in ('rejected', 'spam'))
  from comments where badge is not 'newsroom' group by 1, 2, 3;

insert into moderator_days (site_id, day, moderator_id, published, rejected, spam, restored, undone)
  select site_id, (at + 25200000) / 86400000, moderator_id, sum(action = 'publish'), sum(action = 'reject'),
    sum(action = 'spam'), sum(action = 'restore'), sum(action = 'undo')
  from (
    select comments.site_id, decisions.created_at as at, decisions.moderator_id, action from decided_comments
      join decisions on decisions.id = decision_id and decisions.undoes is null
      join comments on comments.id = comment_id and badge is not 'newsroom'
    union all
    select comments.site_id, decisions.created_at, undone.moderator_id, decisions.action from decided_comments
      join decisions on decisions.id = decision_id
      join decisions as undone on undone.id = decisions.undoes and undone.undoes is null
        and undone.moderator_id <> decisions.moderator_id
      join comments on comments.id = comment_id and badge is not 'newsroom')
  group by 1, 2, 3;

insert into wait_counts (site_id, day, moderator_id, step, count, waited)
  select site_id, (at + 25200000) / 86400000, moderator_id, cast(round(4 * log2(1 + waited / 60000.0)) as integer),
    count(*), sum(waited)
  from (
    select comments.site_id, decisions.created_at as at, decisions.moderator_id,
      max(0, decisions.created_at - comments.created_at) as waited
    from decided_comments
      join decisions on decisions.id = decision_id and decisions.undoes is null
      join comments on comments.id = comment_id and badge is not 'newsroom'
    where from_state = 'pending' and not exists (select 1 from decided_comments as earlier
      where earlier.comment_id = decided_comments.comment_id and earlier.version < decided_comments.version))
  group by 1, 2, 3, 4;

create trigger comments_counted_hourly after insert on comments
begin
  insert into hourly_counts (site_id, hour, arrived, waiting)
    values (new.site_id, new.created_at / 3600000, new.badge is not 'newsroom', new.state = 'pending' and new.apart = 0)
    on conflict (site_id, hour) do update set arrived = arrived + excluded.arrived, waiting = waiting + excluded.waiting;
end;

create trigger comments_recounted_hourly after update of state, apart on comments
  when (old.state = 'pending' and old.apart = 0) <> (new.state = 'pending' and new.apart = 0)
begin
  update hourly_counts set waiting = waiting + iif(new.state = 'pending' and new.apart = 0, 1, -1)
    where site_id = new.site_id and hour = new.created_at / 3600000;
end;

create trigger comments_uncounted_hourly after delete on comments
begin
  update hourly_counts set arrived = arrived - (old.badge is not 'newsroom'),
      waiting = waiting - (old.state = 'pending' and old.apart = 0)
    where site_id = old.site_id and hour = old.created_at / 3600000;
end;

create trigger comments_counted_by_article after insert on comments when new.badge is not 'newsroom'
begin
  insert into article_days (site_id, day, article_id, comments, pending, published, refused)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.article_id, 1, new.state = 'pending',
      new.state = 'published', new.state in ('rejected', 'spam'))
    on conflict (site_id, day, article_id) do update set comments = comments + 1, pending = pending + excluded.pending,
      published = published + excluded.published, refused = refused + excluded.refused;
end;

create trigger comments_recounted_by_article after update of state, article_id on comments
  when new.badge is not 'newsroom' and (old.state, old.article_id) <> (new.state, new.article_id)
begin
  update article_days set comments = comments - 1, pending = pending - (old.state = 'pending'),
      published = published - (old.state = 'published'), refused = refused - (old.state in ('rejected', 'spam'))
    where site_id = old.site_id and day = (old.created_at + 25200000) / 86400000 and article_id = old.article_id;
  insert into article_days (site_id, day, article_id, comments, pending, published, refused)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.article_id, 1, new.state = 'pending',
      new.state = 'published', new.state in ('rejected', 'spam'))
    on conflict (site_id, day, article_id) do update set comments = comments + 1, pending = pending + excluded.pending,
      published = published + excluded.published, refused = refused + excluded.refused;
end;

create trigger comments_uncounted_by_article after delete on comments when old.badge is not 'newsroom'
begin
  update article_days set comments = comments - 1, pending = pending - (old.state = 'pending'),
      published = published - (old.state = 'published'), refused = refused - (old.state in ('rejected', 'spam'))
    where site_id = old.site_id and day = (old.created_at + 25200000) / 86400000 and article_id = old.article_id;
end;

create trigger decided_comments_counted after insert on decided_comments
begin
  insert into hourly_counts (site_id, hour, decided)
    select comments.site_id, decisions.created_at / 3600000, 1 from decisions cross join comments
      where decisions.id = new.decision_id and comments.id = new.comment_id and badge is not 'newsroom' and undoes is null
    on conflict (site_id, hour) do update set decided = decided + 1;
  insert into moderator_days (site_id, day, moderator_id, published, rejected, spam, restored)
    select comments.site_id, (decisions.created_at + 25200000) / 86400000, moderator_id, action = 'publish',
      action = 'reject', action = 'spam', action = 'restore'
      from decisions cross join comments
      where decisions.id = new.decision_id and comments.id = new.comment_id and badge is not 'newsroom' and undoes is null
    on conflict (site_id, day, moderator_id) do update set published = published + excluded.published,
      rejected = rejected + excluded.rejected, spam = spam + excluded.spam, restored = restored + excluded.restored;
  insert into moderator_days (site_id, day, moderator_id, undone)
    select comments.site_id, (decisions.created_at + 25200000) / 86400000, undone.moderator_id, 1
      from decisions cross join decisions as undone on undone.id = decisions.undoes cross join comments
      where decisions.id = new.decision_id and comments.id = new.comment_id and badge is not 'newsroom'
        and undone.undoes is null and undone.moderator_id <> decisions.moderator_id
    on conflict (site_id, day, moderator_id) do update set undone = undone + 1;
  insert into wait_counts (site_id, day, moderator_id, step, count, waited)
    select site_id, day, moderator_id, cast(round(4 * log2(1 + waited / 60000.0)) as integer), 1, waited
      from (select comments.site_id, (decisions.created_at + 25200000) / 86400000 as day, moderator_id,
          max(0, decisions.created_at - comments.created_at) as waited
        from decisions cross join comments
        where decisions.id = new.decision_id and comments.id = new.comment_id and badge is not 'newsroom' and undoes is null)
      where new.from_state = 'pending' and not exists (select 1 from decided_comments as earlier
        where earlier.comment_id = new.comment_id and earlier.version < new.version)
    on conflict (site_id, day, moderator_id, step) do update set count = count + 1, waited = waited + excluded.waited;
end;
