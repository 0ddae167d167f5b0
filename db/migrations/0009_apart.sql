-- A comment that came when the hour's room was taken waits apart from the others: 1 until a moderator puts it back into
-- the queue or its author appeals. It says nothing of a comment that does not wait; where a decision is undone, the
-- comment is where it was.
alter table comments add column apart integer not null default 0 check (apart in (0, 1));

-- What waits apart is passed over without a look at its row, however much it is.
drop index comments_by_age;
create index comments_by_age on comments (state, created_at, id, apart);
drop index comments_by_state;
create index comments_by_state on comments (site_id, state, created_at, id, apart);
drop index comments_riskiest;
create index comments_riskiest on comments (site_id, risk, id) where state = 'pending' and apart = 0;
drop index comments_riskiest_of_all;
create index comments_riskiest_of_all on comments (risk, id) where state = 'pending' and apart = 0;

-- `apart` is counted beside the states: what is pending, and apart.
create trigger comments_counted_apart after insert on comments when new.state = 'pending' and new.apart = 1
begin
  insert into state_counts (site_id, state, count) values (new.site_id, 'apart', 1)
    on conflict (site_id, state) do update set count = count + 1;
end;

create trigger comments_recounted_apart after update of state, apart on comments
  when (old.state = 'pending' and old.apart = 1) <> (new.state = 'pending' and new.apart = 1)
begin
  insert into state_counts (site_id, state, count) values (new.site_id, 'apart', new.state = 'pending' and new.apart = 1)
    on conflict (site_id, state) do update set
      count = count + (new.state = 'pending' and new.apart = 1) - (old.state = 'pending' and old.apart = 1);
end;

create trigger comments_uncounted_apart after delete on comments when old.state = 'pending' and old.apart = 1
begin
  update state_counts set count = count - 1 where site_id = old.site_id and state = 'apart';
end;

create trigger comments_rejoined after insert on decided_comments
  when new.to_state = 'pending' and (select action from decisions where id = new.decision_id) = 'restore'
begin
  update comments set apart = 0 where id = new.comment_id and apart = 1;
end;
