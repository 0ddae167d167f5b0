-- What a comment called its article when it came, and where it said that the article is: its sender's word, which is
-- anybody's. It is shown to the public only while the comment is.
alter table comments add column article_title text not null default '';
alter table comments add column article_url text not null default '';

-- Until now an article was named by whoever came first. That name goes on with the comment of which it may be: the
-- latest that is published, else the latest.
update comments set (article_title, article_url) = (select title, url from articles where id = article_id)
  where id in (select (select id from comments where article_id = articles.id and (author <> '' or body <> '')
      order by state = 'published' desc, created_at desc, id desc limit 1)
    from articles where title <> '' or url <> '');

create index comments_naming on comments (article_id, created_at, id)
  where state = 'published' and (article_title <> '' or article_url <> '');

-- What an article is called: by the latest of its published comments that says so. `articles` keeps it for reading.
create view article_names as
  select id,
    coalesce((select article_title from comments where article_id = articles.id and state = 'published'
      and (article_title <> '' or article_url <> '') and article_title <> ''
      order by created_at desc, comments.id desc limit 1), '') as title,
    coalesce((select article_url from comments where article_id = articles.id and state = 'published'
      and (article_title <> '' or article_url <> '') and article_url <> ''
      order by created_at desc, comments.id desc limit 1), '') as url
  from articles;

update articles set title = '', url = '' where published_count = 0 and (title <> '' or url <> '');

-- Names change with what is published, in the same write as its count, so that one change of version tells both.
drop trigger comments_counted_as_published;
create trigger comments_counted_as_published after insert on comments when new.state = 'published'
begin
  update articles set published_count = published_count + 1,
      (title, url) = (select title, url from article_names where id = new.article_id)
    where id = new.article_id;
end;

drop trigger comments_recounted_as_published;
create trigger comments_recounted_as_published after update of state on comments
  when (old.state = 'published') <> (new.state = 'published')
begin
  update articles set published_count = published_count + (new.state = 'published') - (old.state = 'published'),
      (title, url) = (select title, url from article_names where id = new.article_id)
    where id = new.article_id;
end;

-- No program of ours deletes one, but whoever does is not to leave its name behind.
drop trigger comments_uncounted;
create trigger comments_uncounted after delete on comments
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = old.state;
  update articles set published_count = published_count - (old.state = 'published'),
      (title, url) = (select title, url from article_names where id = old.article_id)
    where id = old.article_id;
end;
