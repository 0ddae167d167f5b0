-- What is liked while that is on its way is told by another delivery, since receivers know those they had by their ids.
drop index deliveries_liked;
create unique index deliveries_liked on deliveries (channel_id, comment_id)
  where status = 'waiting' and kind = 'comment.liked' and tries = 0;

-- Since when it is tried, where that is not since it happened: it was sent again, or its channel was paused.
alter table deliveries add column waits_since integer;

-- Whether the receiver said that it is there no more, which paused the channel.
alter table channels add column gone integer not null default 0 check (gone in (0, 1));
