-- One comment of a decision that is taken some comments at a time, so that nobody waits for all of them. Nothing comes of
-- it unless its decision is stored; from then on the comment is decided, and is moved by deleting the row. `version` is
-- the one that was seen. A comment waits for one decision at most.
create table decision_steps (
  decision_id text not null,
  position integer not null,
  comment_id text not null unique references comments (id),
  version integer not null,
  to_state text not null,
  to_lesson text check (to_lesson in ('publish', 'reject', 'spam')),
  created_at integer not null,
  primary key (decision_id, position)
) strict, without rowid;

create trigger decision_steps_taken after delete on decision_steps
  when exists (select 1 from decisions where id = old.decision_id)
    and exists (select 1 from comments where id = old.comment_id and version = old.version)
begin
  insert into decided_comments (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
    select old.decision_id, id, state, old.to_state, version + 1, lesson, old.to_lesson
    from comments where id = old.comment_id;
  update comments set state = old.to_state, version = version + 1, lesson = old.to_lesson where id = old.comment_id;
  -- What readers reported is settled by a decision, and comes back with its undoing.
  update reports set settled_by = (select iif(undoes is null, id, null) from decisions where id = old.decision_id)
    where comment_id = old.comment_id
      and settled_by is (select undoes from decisions where id = old.decision_id);
  delete from claims where comment_id = old.comment_id;
end;

-- What was changed since it was seen is left as it is.
create trigger decision_steps_dropped after update of version on comments when new.version <> old.version
begin
  delete from decision_steps where comment_id = new.id and version <> new.version;
end;
