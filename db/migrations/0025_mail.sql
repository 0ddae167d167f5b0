-- A letter: mail that somebody is to get, or got. It holds no address and no words: both are read as it is sent, so that
-- what is erased by then is in no letter. Whoever takes one to send it puts `due_at` off first; what was cut off is due
-- again by then, under the same id. What it is about beside is said by its kind.
create table letters (
  id text primary key,
  kind text not null,
  site_id text references sites (id),
  comment_id text references comments (id),
  moderator_id text references moderators (id),
  mailbox text,
  details text check (json_valid(details)),
  created_at integer not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  due_at integer not null,
  tried_at integer,
  answer text
) strict;

create index letters_waiting on letters (due_at) where status = 'waiting';
create index letters_by_age on letters (status, created_at);
create index letters_by_comment on letters (comment_id) where comment_id is not null;
create index letters_by_moderator on letters (moderator_id, kind, created_at) where moderator_id is not null;
create index letters_by_mailbox on letters (mailbox, site_id, kind) where mailbox is not null;

create index letters_confirming on letters (site_id, created_at) where kind = 'confirm';
create unique index letters_decided on letters (comment_id)
  where kind = 'decided' and status = 'waiting' and tries = 0;
create unique index letters_replied on letters (mailbox, site_id)
  where kind = 'replied' and status = 'waiting' and tries = 0;

-- A reader's mailbox, by a keyed hash of its address, which is not kept here: when it was last asked whether it wants
-- letters, and when it said no to all of them.
create table mailboxes (
  mailbox text primary key,
  asked_at integer not null,
  refused_at integer
) strict, without rowid;

-- What was said at a mailbox to the letters of a site.
create table mailbox_answers (
  site_id text not null references sites (id),
  mailbox text not null,
  answer text not null check (answer in ('yes', 'no')),
  answered_at integer not null,
  primary key (site_id, mailbox)
) strict, without rowid;

-- A comment whose author wants to be told of it, at the mailbox of its e-mail address; only while that is kept.
create table followed_comments (
  comment_id text primary key references comments (id),
  site_id text not null references sites (id),
  mailbox text not null
) strict, without rowid;

create index followed_by_mailbox on followed_comments (mailbox, site_id);

create trigger followed_comments_end after update of email on comments
  when new.email is null and old.email is not null
begin
  delete from followed_comments where comment_id = new.id;
end;

-- An answer to such a comment, and the letter that tells of it: once.
create table told_replies (
  comment_id text primary key references comments (id),
  letter_id text not null references letters (id) on delete cascade
) strict, without rowid;

create index told_replies_by_letter on told_replies (letter_id);

-- A row within one write by which history comes in, and gone with it: nothing of that is told by mail.
create table hush (one integer primary key check (one = 1)) strict;

-- A decision is told after two minutes, since it may be undone by then.
create trigger letters_of_decisions after insert on decided_comments
  when new.from_state <> new.to_state and new.to_state in ('published', 'rejected', 'spam')
    and exists (select 1 from followed_comments where comment_id = new.comment_id)
    and not exists (select 1 from hush)
begin
  insert into letters (id, kind, site_id, comment_id, mailbox, created_at, due_at)
    select lower(hex(randomblob(16))), 'decided', site_id, comment_id, mailbox, decisions.created_at,
      decisions.created_at + 120000
    from followed_comments join decisions on decisions.id = new.decision_id
    where comment_id = new.comment_id
    on conflict do nothing;
end;

-- Answers are told in one letter an hour to a mailbox.
create trigger letters_of_answers after insert on comments
  when new.state = 'published' and exists (select 1 from followed_comments where comment_id = new.parent_id)
    and not exists (select 1 from hush)
begin
  insert into letters (id, kind, site_id, mailbox, created_at, due_at)
    select lower(hex(randomblob(16))), 'replied', site_id, mailbox, new.created_at,
      max(new.created_at, coalesce((select max(tried_at) + 3600000 from letters as former
        where former.mailbox = followed.mailbox and former.site_id = followed.site_id and former.kind = 'replied'), 0))
    from followed_comments as followed where comment_id = new.parent_id
      and not exists (select 1 from comments where id = new.parent_id and email = new.email)
    on conflict do nothing;
  insert into told_replies (comment_id, letter_id)
    select new.id, letters.id from followed_comments as followed join letters
      on letters.mailbox = followed.mailbox and letters.site_id = followed.site_id
    where followed.comment_id = new.parent_id and letters.kind = 'replied' and letters.status = 'waiting'
      and letters.tries = 0
      and not exists (select 1 from comments where id = new.parent_id and email = new.email)
    on conflict do nothing;
end;

create trigger letters_of_decided_answers after insert on decided_comments
  when new.to_state = 'published' and new.from_state <> 'published'
    and not exists (select 1 from told_replies where comment_id = new.comment_id)
    and exists (select 1 from comments join followed_comments on followed_comments.comment_id = comments.parent_id
      where comments.id = new.comment_id)
    and not exists (select 1 from hush)
begin
  insert into letters (id, kind, site_id, mailbox, created_at, due_at)
    select lower(hex(randomblob(16))), 'replied', followed.site_id, followed.mailbox, decisions.created_at,
      max(decisions.created_at, coalesce((select max(tried_at) + 3600000 from letters as former
        where former.mailbox = followed.mailbox and former.site_id = followed.site_id and former.kind = 'replied'), 0))
    from comments as answer join followed_comments as followed on followed.comment_id = answer.parent_id
      join comments as answered on answered.id = answer.parent_id
      join decisions on decisions.id = new.decision_id
    where answer.id = new.comment_id and answer.email is not answered.email
    on conflict do nothing;
  insert into told_replies (comment_id, letter_id)
    select answer.id, letters.id
    from comments as answer join followed_comments as followed on followed.comment_id = answer.parent_id
      join comments as answered on answered.id = answer.parent_id
      join letters on letters.mailbox = followed.mailbox and letters.site_id = followed.site_id
    where answer.id = new.comment_id and answer.email is not answered.email and letters.kind = 'replied'
      and letters.status = 'waiting' and letters.tries = 0
    on conflict do nothing;
end;
