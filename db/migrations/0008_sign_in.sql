-- How many wrong passwords strangers lately gave for a group of names: a name's digest says for which. All groups are
-- here from the beginning, so that a name that was invented leaves no row, and cannot be told from one of an account.
create table name_attempts (
  name_group integer primary key check (name_group between 0 and 1023),
  window_start integer not null default 0,
  count integer not null default 0
) strict;

insert into name_attempts (name_group)
  with recursive groups (number) as (values (0) union all select number + 1 from groups where number < 1023)
  select number from groups;
