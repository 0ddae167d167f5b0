-- What a decision that is stored does to a comment, as long as that has the version that was seen: it is done by an
-- insert, and nothing is kept here. A decision about few comments writes them so without noting steps first.
create view decided_at_once as
  select decision_id, comment_id, version, to_state, to_lesson from decision_steps where false;

create trigger decided_at_once_done instead of insert on decided_at_once
  when exists (select 1 from decisions where id = new.decision_id)
    and exists (select 1 from comments where id = new.comment_id and version = new.version)
begin
  insert into decided_comments (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
    select new.decision_id, id, state, new.to_state, version + 1, lesson, new.to_lesson
    from comments where id = new.comment_id;
  insert into events (id, site_id, kind, comment_id, decision_id, state, version, created_at)
    select printf('%012x', decisions.created_at) || lower(hex(randomblob(12))), site_id, told.kind, comments.id,
      decisions.id, new.to_state, version + 1, decisions.created_at
    from comments join decisions on decisions.id = new.decision_id
      join (select case new.to_state when 'pending' then 'comment.held' else 'comment.' || new.to_state end as kind) as told
    where comments.id = new.comment_id and comments.state <> new.to_state
      and exists (select 1 from channels, json_each(channels.events) as asked
        where channels.site_id = comments.site_id and asked.value = told.kind);
  update comments set state = new.to_state, version = version + 1, lesson = new.to_lesson,
      reviewed_by = iif(trusted = 0, null, (select case
          when reviewed_by is null and (taken.undoes is null or undone.undoes is not null) then taken.id
          when reviewed_by = taken.undoes then null
          else reviewed_by end
        from decisions as taken left join decisions as undone on undone.id = taken.undoes
        where taken.id = new.decision_id))
    where id = new.comment_id;
  update reports set settled_by = (select iif(undoes is null, id, null) from decisions where id = new.decision_id)
    where comment_id = new.comment_id
      and settled_by is (select undoes from decisions where id = new.decision_id);
  delete from claims where comment_id = new.comment_id;
end;

drop trigger decision_steps_taken;
create trigger decision_steps_taken after delete on decision_steps
begin
  insert into decided_at_once (decision_id, comment_id, version, to_state, to_lesson)
    values (old.decision_id, old.comment_id, old.version, old.to_state, old.to_lesson);
end;

-- One row of one article is written once.
drop trigger comments_recounted_by_article;
create trigger comments_recounted_by_article after update of state on comments
  when new.badge is not 'newsroom' and old.state <> new.state and old.article_id = new.article_id
begin
  insert into article_days (site_id, day, article_id, comments, pending, published, refused)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.article_id, 1, new.state = 'pending',
      new.state = 'published', new.state in ('rejected', 'spam'))
    on conflict (site_id, day, article_id) do update set
      pending = pending + (new.state = 'pending') - (old.state = 'pending'),
      published = published + (new.state = 'published') - (old.state = 'published'),
      refused = refused + (new.state in ('rejected', 'spam')) - (old.state in ('rejected', 'spam'));
end;

create trigger comments_recounted_by_both_articles after update of article_id on comments
  when new.badge is not 'newsroom' and old.article_id <> new.article_id
begin
  update article_days set comments = comments - 1, pending = pending - (old.state = 'pending'),
      published = published - (old.state = 'published'), refused = refused - (old.state in ('rejected', 'spam'))
    where site_id = old.site_id and day = (old.created_at + 25200000) / 86400000 and article_id = old.article_id;
  insert into article_days (site_id, day, article_id, comments, pending, published, refused)
    values (new.site_id, (new.created_at + 25200000) / 86400000, new.article_id, 1, new.state = 'pending',
      new.state = 'published', new.state in ('rejected', 'spam'))
    on conflict (site_id, day, article_id) do update set comments = comments + 1, pending = pending + excluded.pending,
      published = published + excluded.published, refused = refused + excluded.refused;
end;

-- The hours since the first that waits are found by that.
drop index hourly_counts_waiting;
