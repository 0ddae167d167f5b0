-- A conversation. A comment on the article begins a branch; `thread_id` names it for every answer in it, however deep,
-- and is null for itself. `badge` says whose voice it is where it is not just any reader's. `reply_count` counts the
-- published answers: for the beginning of a branch all of them, else those to the comment itself.
alter table comments add column thread_id text references comments (id);
alter table comments add column badge text check (badge in ('newsroom', 'author', 'guest', 'verified'));
alter table comments add column likes integer not null default 0 check (likes >= 0);
alter table comments add column reply_count integer not null default 0 check (reply_count >= 0);
-- When the newsroom picked it.
alter table comments add column picked_at integer;
-- What its author agreed to, where the site asked: `{"given": true, "at": …, "notice": …}`.
alter table comments add column consent text check (json_valid(consent));
-- What "most liked" sorts by: its age, and a day younger for each doubling of its likes and answers. In steps of a
-- quarter of an hour, so that every machine's logarithm leads to the same.
alter table comments add column interest integer
  generated always as (created_at + 900000 * cast(round(96 * log2(1 + likes + reply_count)) as integer)) virtual;

with recursive answers (id, thread) as (
  select comments.id, parents.id from comments join comments as parents on parents.id = comments.parent_id
    where parents.parent_id is null
  union all
  select comments.id, thread from answers join comments on comments.parent_id = answers.id
)
update comments set thread_id = answers.thread from answers where answers.id = comments.id;

create index comments_in_branch on comments (thread_id, created_at, id)
  where thread_id is not null and state = 'published';

update comments set reply_count = (select count(*) from comments as answers
    where answers.state = 'published'
      and (answers.thread_id = comments.id or (comments.thread_id is not null and answers.parent_id = comments.id)))
  where id in (select parent_id from comments where parent_id is not null
    union select thread_id from comments where thread_id is not null);

-- The beginnings of branches, also of those whose beginning is gone while answers are there.
create index comments_branches on comments (article_id, created_at, id)
  where thread_id is null and (state = 'published' or reply_count > 0);
create index comments_liked_branches on comments (article_id, interest, id)
  where thread_id is null and (state = 'published' or reply_count > 0);
create index comments_liked on comments (article_id, interest, id) where state = 'published';
create index comments_picked on comments (article_id, picked_at) where picked_at is not null;

create trigger comments_answering after insert on comments when new.parent_id is not null
begin
  update comments set thread_id = (select coalesce(parents.thread_id, parents.id) from comments as parents
      where parents.id = new.parent_id)
    where id = new.id;
  update comments set reply_count = reply_count + 1
    where new.state = 'published'
      and id in (new.parent_id, (select thread_id from comments where id = new.id));
end;

create trigger comments_answered after update of state on comments
  when new.parent_id is not null and (old.state = 'published') <> (new.state = 'published')
begin
  update comments set reply_count = reply_count + (new.state = 'published') - (old.state = 'published')
    where id in (new.parent_id, new.thread_id);
end;

create trigger comments_unanswered after delete on comments
  when old.parent_id is not null and old.state = 'published'
begin
  update comments set reply_count = reply_count - 1 where id in (old.parent_id, old.thread_id);
end;

create trigger comments_shown_otherwise after update of likes, picked_at on comments
  when new.state = 'published' and (new.likes, new.picked_at) is not (old.likes, old.picked_at)
begin
  update articles set version = version + 1 where id = new.article_id;
end;

-- A like: one reader's assent to a published comment. `sender` is a keyed hash of an address. It is let go when its time
-- is over: `created_at` is 0 then, and the like stays counted.
create table likes (
  comment_id text not null references comments (id),
  sender text not null,
  created_at integer not null,
  primary key (comment_id, sender)
) strict, without rowid;

create index likes_by_age on likes (created_at);

create trigger likes_counted after insert on likes
begin
  update comments set likes = likes + 1 where id = new.comment_id;
end;

create trigger likes_uncounted after delete on likes when old.created_at > 0
begin
  update comments set likes = likes - 1 where id = old.comment_id;
end;

-- How a site shows conversations, and what it tells and asks of who writes.
alter table sites add column likes text not null default 'on' check (likes in ('on', 'off'));
alter table sites add column reply_depth integer not null default 1 check (reply_depth in (0, 1));
alter table sites add column notice text not null default '';
alter table sites add column privacy_url text not null default '';
alter table sites add column consent text not null default 'off' check (consent in ('off', 'notice', 'ask'));

drop trigger sites_versioned;
create trigger sites_versioned after update on sites when new.version = old.version
  and (new.name, new.language, new.origins, new.captcha, new.max_length, new.close_after_days, new.likes,
      new.reply_depth, new.notice, new.privacy_url, new.consent)
    is not (old.name, old.language, old.origins, old.captcha, old.max_length, old.close_after_days, old.likes,
      old.reply_depth, old.notice, old.privacy_url, old.consent)
begin
  update sites set version = version + 1 where id = new.id;
end;

-- What an article is called, from the index made for it: another looked better to the planner, and was read to its end
-- wherever no comment on an article names it.
drop view article_names;
create view article_names as
  select id,
    coalesce(nullif(said_title, ''), (select article_title from comments indexed by comments_naming
      where article_id = articles.id
      and state = 'published' and (article_title <> '' or article_url <> '') and article_title <> ''
      order by created_at desc, comments.id desc limit 1), '') as title,
    coalesce(nullif(said_url, ''), (select article_url from comments indexed by comments_naming
      where article_id = articles.id
      and state = 'published' and (article_title <> '' or article_url <> '') and article_url <> ''
      order by created_at desc, comments.id desc limit 1), '') as url
  from articles;
