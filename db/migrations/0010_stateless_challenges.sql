-- A challenge that was used before its time was over. One that is open is nowhere: its id is signed, and its answer
-- follows from that.
create table used_challenges (
  id text primary key,
  expires_at integer not null,
  -- How often it was listened to.
  heard integer not null default 0,
  spent integer not null default 0 check (spent in (0, 1)),
  -- What the request is known by that spent it with a right answer, so that a retry of that one goes on.
  spent_by text
) strict, without rowid;

create index used_challenges_by_expiry on used_challenges (expires_at);

drop table challenges;
