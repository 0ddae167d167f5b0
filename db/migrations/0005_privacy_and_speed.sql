-- `version` grows with every change of what readers may see, so that an answer made earlier can be told to be current.
alter table sites add column version integer not null default 1;
alter table articles add column version integer not null default 1;

create trigger sites_versioned after update on sites when new.version = old.version
  and (new.name, new.language, new.origins, new.captcha, new.max_length, new.close_after_days)
    is not (old.name, old.language, old.origins, old.captcha, old.max_length, old.close_after_days)
begin
  update sites set version = version + 1 where id = new.id;
end;

create trigger articles_versioned after update of title, url, open, published_count on articles
  when (new.title, new.url, new.open, new.published_count) is not (old.title, old.url, old.open, old.published_count)
begin
  update articles set version = version + 1 where id = new.id;
end;

create trigger comments_versioned after update of author, body on comments when new.state = 'published'
begin
  update articles set version = version + 1 where id = new.article_id;
end;

-- The article's row is written only where its count changes: most comments wait at first.
drop trigger comments_counted;
create trigger comments_counted after insert on comments
begin
  insert into state_counts (site_id, state, count) values (new.site_id, new.state, 1)
    on conflict (site_id, state) do update set count = count + 1;
end;
create trigger comments_counted_as_published after insert on comments when new.state = 'published'
begin
  update articles set published_count = published_count + 1 where id = new.article_id;
end;

drop trigger comments_recounted;
create trigger comments_recounted after update of state on comments when old.state <> new.state
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = old.state;
  insert into state_counts (site_id, state, count) values (new.site_id, new.state, 1)
    on conflict (site_id, state) do update set count = count + 1;
end;
create trigger comments_recounted_as_published after update of state on comments
  when (old.state = 'published') <> (new.state = 'published')
begin
  update articles set published_count = published_count + (new.state = 'published') - (old.state = 'published')
    where id = new.article_id;
end;

-- A challenge that was spent stays until it expires, so that its id opens nothing again.
alter table challenges add column spent integer not null default 0 check (spent in (0, 1));

-- How many days a sender's hash and an e-mail address are kept; and up to when they have been erased.
alter table sites add column retention_days integer not null default 30 check (retention_days between 1 and 3650);
alter table sites add column erased_until integer not null default 0;

-- What senders' addresses are hashed with, for as long as the site's `retention-days`; the one before it is kept
-- as long again, for the blocks that were set with it.
create table sender_keys (
  site_id text not null references sites (id),
  created_at integer not null,
  key text not null,
  primary key (site_id, created_at)
) strict, without rowid;
