-- What moderators note of a sender, for each other. `sender` names an address and all in its household's network, as it
-- does in `blocks`. A note goes with the last trace of whom it is about.
create table sender_notes (
  id text primary key,
  site_id text not null references sites (id),
  sender text not null,
  moderator_id text not null references moderators (id),
  text text not null,
  created_at integer not null
) strict;

create index sender_notes_by_sender on sender_notes (site_id, sender, created_at);

-- A sender whose comments wait for a moderator, whatever their site publishes by itself: until the hold is released, or
-- forgotten with the sender. `reason` is for moderators alone. `released_by` is the act that released it.
create table sender_holds (
  id text primary key,
  site_id text not null references sites (id),
  sender text not null,
  moderator_id text not null references moderators (id),
  reason text not null default '',
  created_at integer not null,
  released_by text
) strict;

create index sender_holds_by_sender on sender_holds (site_id, sender);
create unique index sender_holds_standing on sender_holds (site_id, sender) where released_by is null;
