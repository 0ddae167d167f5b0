-- The judge outside whom a site asks about every comment; nobody where the address is empty.
drop trigger sites_versioned;
alter table sites add column judge_url text not null default '';
alter table sites add column judge_kind text not null default 'hook'
  check (judge_kind in ('hook', 'openai-moderation', 'openai-chat'));
alter table sites add column judge_model text not null default '';

-- The usual notice to readers says that somebody else reads what they send.
create trigger sites_versioned after update on sites when new.version = old.version
  and (new.name, new.language, new.origins, new.captcha, new.max_length, new.close_after_days, new.likes,
      new.reply_depth, new.notice, new.privacy_url, new.consent, new.retention_days, new.identity, new.identity_url,
      new.identity_words, new.judge_url)
    is not (old.name, old.language, old.origins, old.captcha, old.max_length, old.close_after_days, old.likes,
      old.reply_depth, old.notice, old.privacy_url, old.consent, old.retention_days, old.identity, old.identity_url,
      old.identity_words, old.judge_url)
begin
  update sites set version = version + 1 where id = new.id;
end;

-- With what a judge is asked: `secret` signs, and is ours; `api-key` is the site's own at somebody else's, and opens for one
-- origin only. Both are kept sealed, and `shown` is what a person knows them by. The old secret signs too for a while.
create table judge_keys (
  site_id text not null references sites (id),
  kind text not null check (kind in ('secret', 'api-key')),
  sealed_key text not null,
  sealed_old_key text,
  old_key_until integer not null default 0,
  shown text not null,
  created_at integer not null,
  primary key (site_id, kind)
) strict, without rowid;

-- What the judge said as the comment came, and how long that took; nothing where nobody was asked.
alter table comments add column judge_verdict text check (judge_verdict in ('pass', 'hold', 'failed'));
alter table comments add column judge_ms integer check (judge_ms >= 0);
