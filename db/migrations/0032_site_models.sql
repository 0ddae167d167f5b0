-- A site's own model, made anew of what moderators made of its comments whenever enough of that has changed: what was
-- undone or erased is not in the next one. `digest` tells two models apart, `basis` the shipped models that it leans on;
-- `changes` is how many changes it knows of, `lessons` of how many comments it was made.
create table site_models (
  site_id text primary key references sites (id),
  digest text not null,
  basis text not null,
  changes integer not null,
  lessons integer not null,
  made_at integer not null,
  model text not null
) strict;

-- How often it changed what a site's comments teach: a decision, an undoing, an erasure.
create table lesson_changes (
  site_id text primary key references sites (id),
  count integer not null
) strict, without rowid;

drop index comments_to_learn;
drop index comments_learned;
drop table learned_features;
alter table comments drop column learned;

create index comments_taught on comments (site_id, created_at) where lesson is not null;

insert into lesson_changes (site_id, count)
  select site_id, count(*) from comments where lesson is not null group by site_id;

create trigger taught_changed after update of lesson, author, body on comments
  when old.lesson is not new.lesson
    or new.lesson is not null and (old.author, old.body) is not (new.author, new.body)
begin
  insert into lesson_changes (site_id, count) values (new.site_id, 1)
    on conflict (site_id) do update set count = count + 1;
end;
