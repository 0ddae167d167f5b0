-- A comment keeps less: what many say alike is kept once, and what is compared for two days is kept for two days.

-- What comments call an article, as long as one does.
create table article_sayings (
  number integer primary key,
  article_id integer not null references articles (id),
  title text not null,
  url text not null,
  unique (article_id, title, url)
) strict;

insert into article_sayings (article_id, title, url)
  select distinct article_id, article_title, article_url from comments where article_title <> '' or article_url <> '';

-- A value of a comment's sketch with its place before it, and the whole sketch, to compare: four a comment.
create table sketches_of_late (
  day integer not null,
  site_id text not null,
  part text not null,
  comment_id text not null,
  sketch text not null,
  primary key (day, site_id, part, comment_id)
) strict, without rowid;

insert into sketches_of_late (day, site_id, part, comment_id, sketch)
  select day, comments.site_id, place.value || substr(sketch, place.value * 4 + 1, 4), comments.id, sketch
  from sketch_parts cross join comments on comments.id = comment_id cross join json_each('[0,1,2,3]') as place
  where part like '0%';

drop table sketch_parts;
alter table sketches_of_late rename to sketch_parts;

-- What the index of words knows a comment by, in the order of their coming.
alter table comments add column number integer;
-- What it calls its article, where it calls it anything.
alter table comments add column saying integer;

-- Of hashes half is enough, and of a sketch the values that it is found by.
drop index comments_by_fingerprint;
drop index comments_by_sender;
update comments set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end,
  fingerprint = substr(fingerprint, 1, 22), sketch = substr(sketch, 1, 16),
  number = (select number from comment_numbers where comment_id = comments.id),
  saying = (select said.number from article_sayings as said where said.article_id = comments.article_id
    and said.title = article_title and said.url = article_url);
create index comments_by_fingerprint on comments (site_id, fingerprint, created_at);
create index comments_by_sender on comments (site_id, sender, created_at);

update likes set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end
  where length(sender) in (43, 87, 131);
update reports set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end
  where length(sender) in (43, 87, 131);
update blocks set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end
  where length(sender) in (43, 87, 131);
update sender_notes set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end
  where length(sender) in (43, 87, 131);
update sender_holds set sender = case length(sender)
    when 43 then substr(sender, 1, 22)
    when 87 then substr(sender, 1, 22) || substr(sender, 44, 23)
    when 131 then substr(sender, 1, 22) || substr(sender, 44, 23) || substr(sender, 88, 23)
    else sender end
  where length(sender) in (43, 87, 131);

-- Those that the index has not come to yet are its newest, and all are gone through once more.
update comments set number = late.number
  from (select id, row_number() over (order by created_at, id)
      + (select coalesce(max(number), 0) from comment_numbers) as number
    from comments where number is null) as late
  where late.id = comments.id;
update words_made_anew set left_until = (select max(number) from comments)
  where (select max(number) from comments) > (select coalesce(max(number), 0) from comment_numbers);
drop table comment_numbers;
create unique index comments_by_number on comments (number);

-- The names of an article by what its comments say.
drop trigger articles_called;
drop trigger articles_called_no_more;
drop trigger articles_uncalled;
drop view articles_as_searched;
drop view article_names;
drop index comments_naming;

create index comments_naming on comments (article_id, created_at) where state = 'published' and saying is not null;

create view article_names as
  select id,
    coalesce(nullif(said_title, ''), (select said.title from comments indexed by comments_naming
        cross join article_sayings as said on said.number = saying
      where comments.article_id = articles.id and state = 'published' and saying is not null and said.title <> ''
      order by created_at desc, comments.id desc limit 1), '') as title,
    coalesce(nullif(said_url, ''), (select said.url from comments indexed by comments_naming
        cross join article_sayings as said on said.number = saying
      where comments.article_id = articles.id and state = 'published' and saying is not null and said.url <> ''
      order by created_at desc, comments.id desc limit 1), '') as url
  from articles;

create view articles_as_searched as
  select id, title || ' ' || key || case when title = '' then coalesce((select ' ' || group_concat(said, ' ')
      from (select distinct title as said from article_sayings
        where article_id = articles.id and article_sayings.title <> '' limit 5)
    ), '') else '' end as words
  from articles;

create trigger articles_called after insert on article_sayings
  when new.title <> '' and (select title from articles where id = new.article_id) = ''
begin
  delete from article_words where rowid = new.article_id;
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = new.article_id;
  delete from article_bare_words where rowid = new.article_id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = new.article_id;
end;

create trigger articles_uncalled after delete on article_sayings
  when old.title <> '' and (select title from articles where id = old.article_id) = ''
begin
  delete from article_words where rowid = old.article_id;
  insert into article_words (rowid, words) select id, words from articles_as_searched where id = old.article_id;
  delete from article_bare_words where rowid = old.article_id;
  insert into article_bare_words (rowid, words)
    select id, replace(replace(words, 'đ', 'd'), 'Đ', 'D') from articles_as_searched where id = old.article_id;
end;

-- A comment that goes to another article says of that what it said of this.
create trigger comments_saying_elsewhere after update of article_id on comments
  when new.saying is not null and new.article_id <> old.article_id
begin
  insert into article_sayings (article_id, title, url)
    select new.article_id, title, url from article_sayings where number = new.saying
    on conflict do nothing;
  update comments set saying = (select there.number from article_sayings as here
      cross join article_sayings as there on there.article_id = new.article_id
        and (there.title, there.url) = (here.title, here.url)
      where here.number = new.saying)
    where id = new.id;
end;

-- What no comment says any more is kept no longer.
create trigger article_sayings_unsaid after update of saying on comments
  when old.saying is not null and new.saying is not old.saying
begin
  delete from article_sayings where number = old.saying and not exists (select 1 from comments
    where comments.article_id = article_sayings.article_id and saying = old.saying);
end;

create trigger article_sayings_gone after delete on comments when old.saying is not null
begin
  delete from article_sayings where number = old.saying and not exists (select 1 from comments
    where comments.article_id = article_sayings.article_id and saying = old.saying);
end;

alter table comments drop column article_title;
alter table comments drop column article_url;
