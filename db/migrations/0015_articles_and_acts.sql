-- An act: what somebody did that is no decision about comments, as a move of articles, an import, an erasure. Never
-- edited, but that `ended_at` is set once all of it is applied: it is applied in steps, so that nobody waits for it.
-- `moderator_id` is null where a command did it. It outlives its site.
create table acts (
  id text primary key,
  kind text not null,
  site_id text,
  moderator_id text references moderators (id),
  undoes text references acts (id),
  details text not null default '{}' check (json_valid(details)),
  created_at integer not null,
  ended_at integer
) strict;

create index acts_by_age on acts (created_at, id);
create index acts_undone on acts (undoes) where undoes is not null;
create index acts_unended on acts (created_at) where ended_at is null;

-- The site's own word on an article, which wins over what its comments say: title, address, who said it and when, and
-- when it said anything first. `moderation` is null where the article is moderated as its site is. An article that was
-- merged into another stays as its alias: who comes by its key is led on.
alter table articles add column said_title text not null default '';
alter table articles add column said_url text not null default '';
alter table articles add column said_by text references moderators (id);
alter table articles add column said_at integer;
alter table articles add column announced_at integer;
alter table articles add column moderation text check (moderation in ('hold-all', 'publish-clean'));
alter table articles add column merged_into integer references articles (id);

create index articles_merged on articles (merged_into) where merged_into is not null;
create index articles_said_by on articles (said_by) where said_by is not null;

-- What an article is called: by its site, else by the latest of its published comments that says so.
drop view article_names;
create view article_names as
  select id,
    coalesce(nullif(said_title, ''), (select article_title from comments where article_id = articles.id
      and state = 'published' and (article_title <> '' or article_url <> '') and article_title <> ''
      order by created_at desc, comments.id desc limit 1), '') as title,
    coalesce(nullif(said_url, ''), (select article_url from comments where article_id = articles.id
      and state = 'published' and (article_title <> '' or article_url <> '') and article_url <> ''
      order by created_at desc, comments.id desc limit 1), '') as url
  from articles;

drop trigger articles_versioned;
create trigger articles_versioned
  after update of key, title, url, open, published_count, announced_at, merged_into on articles
  when (new.key, new.title, new.url, new.open, new.published_count, new.announced_at, new.merged_into)
    is not (old.key, old.title, old.url, old.open, old.published_count, old.announced_at, old.merged_into)
begin
  update articles set version = version + 1 where id = new.id;
end;

-- How many comments of an article stand in each state is read from the index that its thread is read from.
drop index comments_of_article;
create index comments_of_article on comments (article_id, state, created_at, id);

-- The words of an article's title and key: as they were written, and without their marks.
create virtual table article_words using fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
create virtual table article_bare_words using fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

insert into article_words (rowid, words) select id, title || ' ' || key from articles;
insert into article_bare_words (rowid, words)
  select id, replace(replace(title || ' ' || key, 'đ', 'd'), 'Đ', 'D') from articles;

create trigger articles_indexed after insert on articles
begin
  insert into article_words (rowid, words) values (new.id, new.title || ' ' || new.key);
  insert into article_bare_words (rowid, words)
    values (new.id, replace(replace(new.title || ' ' || new.key, 'đ', 'd'), 'Đ', 'D'));
end;

create trigger articles_indexed_anew after update of title, key on articles
  when (new.title, new.key) is not (old.title, old.key)
begin
  delete from article_words where rowid = old.id;
  insert into article_words (rowid, words) values (new.id, new.title || ' ' || new.key);
  delete from article_bare_words where rowid = old.id;
  insert into article_bare_words (rowid, words)
    values (new.id, replace(replace(new.title || ' ' || new.key, 'đ', 'd'), 'Đ', 'D'));
end;

create trigger articles_unindexed after delete on articles
begin
  delete from article_words where rowid = old.id;
  delete from article_bare_words where rowid = old.id;
end;

-- What a move did to one article, so that it can be undone: a new key, or its comments in another article. `state` is 0
-- until it is done, 1 then, and 2 once it is undone. `alias` is set where the old key leads on to the new; `swapped`
-- where the new key was an alias of the very article before, and the old one is now.
create table moved_articles (
  act_id text not null references acts (id),
  position integer not null,
  from_key text not null,
  to_key text not null,
  alias integer not null check (alias in (0, 1)),
  state integer not null default 0 check (state in (0, 1, 2)),
  article_id integer references articles (id),
  merged_into integer references articles (id),
  swapped integer not null default 0 check (swapped in (0, 1)),
  primary key (act_id, position)
) strict, without rowid;

create index moved_articles_by_article on moved_articles (article_id);

create table moved_comments (
  act_id text not null references acts (id),
  comment_id text not null references comments (id),
  article_id integer not null references articles (id),
  primary key (act_id, comment_id)
) strict, without rowid;

create index moved_comments_by_comment on moved_comments (comment_id);

-- Of those that move articles of a site, one at a time.
create unique index acts_moving on acts (site_id) where ended_at is null and kind in ('move', 'undo');

-- Where a comment was brought in from: its source, as `disqus`, and its id there, so that a second run adds nothing.
create table imported_comments (
  comment_id text primary key references comments (id),
  act_id text not null references acts (id),
  source text not null,
  source_id text not null
) strict, without rowid;

create index imported_comments_by_act on imported_comments (act_id);

-- A JSON array of the parameters of an address's query that its article goes by.
alter table sites add column article_query text not null default '[]' check (json_valid(article_query));
