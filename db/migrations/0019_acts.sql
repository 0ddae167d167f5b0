-- From which kind of access it was done; null where it was done before that was noted. `account_id` is the account that
-- an act is about, where it is about one.
alter table acts add column access text check (access in ('desk', 'token', 'command', 'service', 'reader'));
alter table acts add column account_id text references moderators (id);
alter table decisions add column access text check (access in ('desk', 'token', 'command', 'service'));

update acts set access = iif(kind = 'fold', 'service', 'command') where moderator_id is null;

-- A change of a comment's words is an act too, by the id of its row in `edits`, which has what stood there before.
insert into acts (id, kind, site_id, moderator_id, details, created_at, ended_at)
  select edits.id, 'edit', site_id, moderator_id, json_object('comment', comment_id), edits.created_at, edits.created_at
  from edits join comments on comments.id = comment_id;

create index acts_by_site on acts (site_id, created_at, id);
create index acts_by_moderator on acts (moderator_id, created_at, id);
create index acts_by_account on acts (account_id, created_at, id) where account_id is not null;
create index acts_by_kind on acts (kind, created_at, id);
create index decisions_by_action on decisions (action, created_at, id);

-- How long the acts of a site are kept.
alter table sites add column acts_retention_days integer not null default 3650
  check (acts_retention_days between 1 and 36500);
