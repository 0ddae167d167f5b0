-- `captcha` takes two more: `picture` (and nothing else), and `work`, which nobody sees.
alter table sites add column captcha_kind text not null default 'on'
  check (captcha_kind in ('on', 'picture', 'work', 'off'));
update sites set captcha_kind = captcha;
alter table sites drop column captcha;
alter table sites rename column captcha_kind to captcha;

-- How many comments are taken in, in any hour, whoever sends them.
alter table sites add column article_per_hour integer not null default 300
  check (article_per_hour between 0 and 1000000);
alter table sites add column site_per_hour integer not null default 1200
  check (site_per_hour between 0 and 1000000);

-- How often the challenge was listened to.
alter table challenges add column heard integer not null default 0;

-- What this installation's pictures are drawn from, besides the secret: at most one row, replaced to draw
-- differently from then on.
create table captcha_style (
  id integer primary key check (id = 1),
  seed text not null
) strict;

-- A font that the operator added to the shipped ones. `glyphs` is a JSON object of outlines by character.
create table captcha_fonts (
  name text primary key,
  glyphs text not null check (json_valid(glyphs))
) strict, without rowid;

-- A subject whose comments are counted against a rate. `free_at` is when its whole allowance is there again
-- (the generic cell rate algorithm, ITU-T I.371); who has no row has it all.
create table rates (
  subject text primary key,
  free_at integer not null
) strict, without rowid;

create index rates_by_age on rates (free_at);
