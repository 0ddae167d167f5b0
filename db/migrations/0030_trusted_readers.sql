-- `trusted` is 1 for ever where a comment was published at once since its author was trusted. `reviewed_by` is the decision
-- by which a moderator first looked at it since, also where nothing is left of that decision; null until there is one, and
-- again once it is undone.
alter table comments add column trusted integer not null default 0 check (trusted in (0, 1));
alter table comments add column reviewed_by text;

-- What was published so and nobody has looked at yet, of a site and of all.
create index comments_to_review on comments (site_id, created_at, id) where trusted = 1 and reviewed_by is null;
create index comments_to_review_of_all on comments (created_at, id) where trusted = 1 and reviewed_by is null;

-- `trusted` is counted beside the states: what is published so, and nobody has looked at yet.
create trigger comments_counted_trusted after insert on comments
  when new.state = 'published' and new.trusted = 1 and new.reviewed_by is null
begin
  insert into state_counts (site_id, state, count) values (new.site_id, 'trusted', 1)
    on conflict (site_id, state) do update set count = count + 1;
end;

create trigger comments_recounted_trusted after update of state, reviewed_by on comments
  when new.trusted = 1
    and (old.state = 'published' and old.reviewed_by is null) <> (new.state = 'published' and new.reviewed_by is null)
begin
  insert into state_counts (site_id, state, count)
    values (new.site_id, 'trusted', new.state = 'published' and new.reviewed_by is null)
    on conflict (site_id, state) do update set
      count = count + iif(new.state = 'published' and new.reviewed_by is null, 1, -1);
end;

create trigger comments_uncounted_trusted after delete on comments
  when old.state = 'published' and old.trusted = 1 and old.reviewed_by is null
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = 'trusted';
end;

-- The first decision about what was published by trust reviews it; its undoing puts it back, and the undoing of that is a
-- first decision again.
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
  update comments set state = old.to_state, version = version + 1, lesson = old.to_lesson,
      reviewed_by = iif(trusted = 0, null, (select case
          when reviewed_by is null and (taken.undoes is null or undone.undoes is not null) then taken.id
          when reviewed_by = taken.undoes then null
          else reviewed_by end
        from decisions as taken left join decisions as undone on undone.id = taken.undoes
        where taken.id = old.decision_id))
    where id = old.comment_id;
  update reports set settled_by = (select iif(undoes is null, id, null) from decisions where id = old.decision_id)
    where comment_id = old.comment_id
      and settled_by is (select undoes from decisions where id = old.decision_id);
  delete from claims where comment_id = old.comment_id;
end;

-- How many comments of a known reader stand in each state, without a look at their rows.
create index comments_of_readers on comments (site_id, sender, state, created_at)
  where sender >= 'reader:' and sender < 'reader;';

-- A reader whom their site vouches for, as long as there is a trace of them: what they last called themselves, and when
-- the last of their comments came. Kept by triggers.
create table known_readers (
  site_id text not null references sites (id),
  sender text not null,
  author text not null,
  last_at integer not null,
  primary key (site_id, sender)
) strict, without rowid;

create index known_readers_latest on known_readers (site_id, last_at, sender);

insert into known_readers (site_id, sender, author, last_at)
  select site_id, sender, author, max(created_at) from comments
  where sender >= 'reader:' and sender < 'reader;' group by site_id, sender;

create trigger readers_known after insert on comments when new.sender >= 'reader:' and new.sender < 'reader;'
begin
  insert into known_readers (site_id, sender, author, last_at)
    values (new.site_id, new.sender, new.author, new.created_at)
    on conflict (site_id, sender) do update set
      author = iif(excluded.last_at >= last_at, excluded.author, author), last_at = max(last_at, excluded.last_at);
end;

create trigger readers_known_otherwise after update of sender, author on comments
  when old.sender >= 'reader:' and old.sender < 'reader;' and (new.sender, new.author) is not (old.sender, old.author)
begin
  insert into known_readers (site_id, sender, author, last_at)
    select new.site_id, new.sender, new.author, new.created_at
      where new.sender <> old.sender and new.sender >= 'reader:' and new.sender < 'reader;'
    on conflict (site_id, sender) do update set
      author = iif(excluded.last_at >= last_at, excluded.author, author), last_at = max(last_at, excluded.last_at);
  delete from known_readers where site_id = old.site_id and sender = old.sender
    and not exists (select 1 from comments where site_id = old.site_id and sender = old.sender);
  update known_readers set author = coalesce((select author from comments
      where site_id = old.site_id and sender = old.sender and author <> ''
      order by created_at desc, id desc limit 1), ''),
      last_at = (select max(created_at) from comments where site_id = old.site_id and sender = old.sender)
    where site_id = old.site_id and sender = old.sender;
end;

create trigger readers_unknown after delete on comments when old.sender >= 'reader:' and old.sender < 'reader;'
begin
  delete from known_readers where site_id = old.site_id and sender = old.sender
    and not exists (select 1 from comments where site_id = old.site_id and sender = old.sender);
end;
