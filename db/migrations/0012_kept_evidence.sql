-- What a comment said that readers had reported when its author took it back, withdrawn or erased: it stays for the
-- moderators until they settle the reports, and for a time at most.
create table kept_evidence (
  comment_id text primary key references comments (id),
  author text not null,
  body text not null,
  taken_back_at integer not null
) strict, without rowid;

-- Nobody knows by now when these were taken back, and of some of them nothing is left to look at.
delete from reports where settled_by is null
  and comment_id in (select id from comments where state = 'withdrawn' and reports > 0);
update comments set reports = 0 where state = 'withdrawn' and reports > 0;

create trigger reports_uncounted after delete on reports when old.settled_by is null
begin
  update comments set reports = reports - 1 where id = old.comment_id;
end;

-- `reported` is counted beside the states: with a report that nobody has settled, published or taken back since.
drop trigger comments_reports_counted;
create trigger comments_reports_counted after update of state, reports on comments
  when (old.state in ('published', 'withdrawn') and old.reports > 0)
    <> (new.state in ('published', 'withdrawn') and new.reports > 0)
begin
  insert into state_counts (site_id, state, count)
    values (new.site_id, 'reported', new.state in ('published', 'withdrawn') and new.reports > 0)
    on conflict (site_id, state) do update set
      count = count + (new.state in ('published', 'withdrawn') and new.reports > 0)
        - (old.state in ('published', 'withdrawn') and old.reports > 0);
end;

drop index comments_reported;
create index comments_reported on comments (created_at, id) where reports > 0;
