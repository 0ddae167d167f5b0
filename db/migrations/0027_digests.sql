-- Where a moderator gets letters, and what was said there to them: nothing is sent before it was said yes. `mailbox` is the
-- keyed hash of the address, as for readers; `written` counts the letters, so that two who write one write it once.
create table moderator_mailboxes (
  moderator_id text primary key references moderators (id),
  email text not null,
  mailbox text not null,
  answer text not null check (answer in ('asked', 'yes', 'no')),
  written integer not null default 0 check (written >= 0)
) strict, without rowid;

-- What a moderator wants to be told of a site by letters: a digest once something waits for so many minutes, or daily at that
-- minute of the day in Vietnam; and appeals and reports at once. `appealed_at` and `reported_at` say since when one of these
-- is to be told; `told_at` is the last letter that was about the site, or when this was chosen.
create table digests (
  moderator_id text not null references moderators (id),
  site_id text not null references sites (id),
  choice text not null check (choice in ('never', 'waiting', 'daily')),
  minutes integer not null check (minutes between 5 and 1440),
  minute_of_day integer not null check (minute_of_day between 0 and 1439),
  appeals integer not null check (appeals in (0, 1)),
  reports integer not null check (reports in (0, 1)),
  told_at integer not null,
  appealed_at integer,
  reported_at integer,
  primary key (moderator_id, site_id)
) strict, without rowid;

create index digests_by_site on digests (site_id);
create index digests_alerted on digests (moderator_id) where appealed_at is not null or reported_at is not null;

-- Until a moderator has one letter there is no other, so that no more come together than may.
create unique index letters_to_moderators on letters (moderator_id)
  where status = 'waiting' and kind in ('digest', 'alert');

-- An account that is shut is told nothing, and its address goes.
create trigger moderator_mailboxes_end after update of disabled_at on moderators when new.disabled_at is not null
begin
  delete from moderator_mailboxes where moderator_id = new.id;
  delete from digests where moderator_id = new.id;
end;
