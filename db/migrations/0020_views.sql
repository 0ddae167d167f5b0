-- Of what was appealed for and waits, that which has waited longest since then comes first.
create index comments_open_appeals on comments (appealed_at, id) where state = 'pending' and appealed_at is not null;

-- `appeals` is counted beside the states: what is pending, and was appealed for.
insert into state_counts (site_id, state, count)
  select site_id, 'appeals', count(*) from comments indexed by comments_open_appeals
    where state = 'pending' and appealed_at is not null group by site_id;

create trigger comments_counted_appeals after insert on comments
  when new.state = 'pending' and new.appealed_at is not null
begin
  insert into state_counts (site_id, state, count) values (new.site_id, 'appeals', 1)
    on conflict (site_id, state) do update set count = count + 1;
end;

create trigger comments_recounted_appeals after update of state, appealed_at on comments
  when (old.state = 'pending' and old.appealed_at is not null)
    <> (new.state = 'pending' and new.appealed_at is not null)
begin
  insert into state_counts (site_id, state, count)
    values (new.site_id, 'appeals', new.state = 'pending' and new.appealed_at is not null)
    on conflict (site_id, state) do update set
      count = count + (new.state = 'pending' and new.appealed_at is not null)
        - (old.state = 'pending' and old.appealed_at is not null);
end;

create trigger comments_uncounted_appeals after delete on comments
  when old.state = 'pending' and old.appealed_at is not null
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = 'appeals';
end;

-- How far the index of words has been made anew, from the newest comment down: up to this number it is as it was.
create table words_made_anew (
  id integer primary key check (id = 1),
  left_until integer not null
) strict;

insert into words_made_anew (id, left_until) select 1, coalesce(max(number), 0) from comment_numbers;

-- What moderators find an article by: its title and key; as long as it has no title, what its comments call it.
create view articles_as_searched as
  select id, title || ' ' || key || case when title = '' then coalesce((select ' ' || group_concat(article_title, ' ')
      from (select distinct article_title from comments where article_id = articles.id and article_title <> '' limit 5)
    ), '') else '' end as words
  from articles;

drop trigger articles_indexed;
drop trigger articles_indexed_anew;

create trigger articles_indexed after insert on articles
begin
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = new.id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = new.id;
end;

create trigger articles_indexed_anew after update of title, key on articles
  when (new.title, new.key) is not (old.title, old.key)
begin
  delete from article_words where rowid = old.id;
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = new.id;
  delete from article_bare_words where rowid = old.id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = new.id;
end;

create trigger articles_called after insert on comments
  when new.article_title <> '' and (select title from articles where id = new.article_id) = ''
    and not exists (select 1 from comments where article_id = new.article_id and article_title = new.article_title
      and id <> new.id)
begin
  delete from article_words where rowid = new.article_id;
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = new.article_id;
  delete from article_bare_words where rowid = new.article_id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = new.article_id;
end;

create trigger articles_called_no_more after update of article_title, article_id on comments
  when (new.article_title, new.article_id) is not (old.article_title, old.article_id) and (
    (old.article_title <> '' and (select title from articles where id = old.article_id) = '' and not exists
      (select 1 from comments where article_id = old.article_id and article_title = old.article_title))
    or (new.article_title <> '' and (select title from articles where id = new.article_id) = '' and not exists
      (select 1 from comments where article_id = new.article_id and article_title = new.article_title
        and id <> new.id)))
begin
  delete from article_words where rowid in (old.article_id, new.article_id);
  insert into article_words (rowid, words)
    select id, words from articles_as_searched where id in (old.article_id, new.article_id);
  delete from article_bare_words where rowid in (old.article_id, new.article_id);
  insert into article_bare_words (rowid, words) select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D')
    from articles_as_searched where id in (old.article_id, new.article_id);
end;

create trigger articles_uncalled after delete on comments
  when old.article_title <> '' and (select title from articles where id = old.article_id) = ''
    and not exists (select 1 from comments where article_id = old.article_id and article_title = old.article_title)
begin
  delete from article_words where rowid = old.article_id;
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = old.article_id;
  delete from article_bare_words where rowid = old.article_id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = old.article_id;
end;

delete from article_words where rowid in (select id from articles where title = '');
insert into article_words (rowid, words)
  select id, words from articles_as_searched where id in (select id from articles where title = '');
delete from article_bare_words where rowid in (select id from articles where title = '');
insert into article_bare_words (rowid, words) select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D')
  from articles_as_searched where id in (select id from articles where title = '');

-- A view: what a moderator narrowed the queue by and saved under a name. `asked` is the query of its address, of which
-- `site_id` has the site. Where `shared` is 1, all moderators have it whose sites it is about: that site, or else any
-- site of its owner's.
create table views (
  id text primary key,
  moderator_id text not null references moderators (id),
  site_id text references sites (id),
  name text not null check (length(name) between 1 and 60),
  asked text not null,
  shared integer not null default 0 check (shared in (0, 1)),
  position integer not null,
  created_at integer not null,
  unique (moderator_id, name)
) strict;

create index views_by_site on views (site_id) where site_id is not null;
create index views_shared on views (shared) where shared = 1;
