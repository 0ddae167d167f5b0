-- Likes by site, since each site lets them go in its own time. With 0 for its time a like is not counted: neither one that
-- comes from elsewhere with a comment that counts it already, nor one that is let go.
drop trigger likes_counted;
drop trigger likes_uncounted;

create table likes_of_sites (
  comment_id text not null references comments (id),
  site_id text not null references sites (id),
  sender text not null,
  created_at integer not null,
  primary key (comment_id, sender)
) strict, without rowid;

insert into likes_of_sites (comment_id, site_id, sender, created_at)
  select comment_id, site_id, likes.sender, likes.created_at from likes join comments on comments.id = comment_id;
drop table likes;
alter table likes_of_sites rename to likes;

create index likes_by_age on likes (site_id, created_at);

create trigger likes_counted after insert on likes when new.created_at > 0
begin
  update comments set likes = likes + 1 where id = new.comment_id;
end;

create trigger likes_uncounted after delete on likes when old.created_at > 0
begin
  update comments set likes = max(likes - 1, 0) where id = old.comment_id;
end;
