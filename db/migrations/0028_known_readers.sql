-- Readers whom their site vouches for. A key signs who they are; it is kept sealed, and `shown` is what a person knows it
-- by. At most three stand for a site at a time.
create table identity_keys (
  id text primary key,
  site_id text not null references sites (id),
  sealed_secret text not null,
  shown text not null,
  created_at integer not null
) strict;

create index identity_keys_of_site on identity_keys (site_id, created_at);

-- `moderation` takes one more, for sites and articles: `publish-trusted`.
alter table articles add column moderation_kind text
  check (moderation_kind in ('hold-all', 'publish-clean', 'publish-trusted'));
update articles set moderation_kind = moderation where moderation is not null;
alter table articles drop column moderation;
alter table articles rename column moderation_kind to moderation;

alter table sites add column moderation_kind text not null default 'hold-all'
  check (moderation_kind in ('hold-all', 'publish-clean', 'publish-trusted'));
update sites set moderation_kind = moderation;
alter table sites drop column moderation;
alter table sites rename column moderation_kind to moderation;

-- `captcha` takes one more: `auto`. Where work in place of the picture was a reason to look, it stays one.
drop trigger sites_versioned;
alter table sites add column captcha_kind text not null default 'on'
  check (captcha_kind in ('on', 'auto', 'picture', 'work', 'off'));
alter table sites add column work_held text not null default 'off' check (work_held in ('on', 'off'));
update sites set captcha_kind = captcha, work_held = iif(captcha = 'on', 'on', 'off');
alter table sites drop column captcha;
alter table sites rename column captcha_kind to captcha;

alter table sites add column identity text not null default 'off' check (identity in ('off', 'offered', 'required'));
alter table sites add column identity_url text not null default '';
alter table sites add column identity_words text not null default '';
alter table sites add column trusted_after integer not null default 3 check (trusted_after between 1 and 1000);
alter table sites add column first_held integer not null default 0 check (first_held between 0 and 1000);

create trigger sites_versioned after update on sites when new.version = old.version
  and (new.name, new.language, new.origins, new.captcha, new.max_length, new.close_after_days, new.likes,
      new.reply_depth, new.notice, new.privacy_url, new.consent, new.retention_days, new.identity, new.identity_url,
      new.identity_words)
    is not (old.name, old.language, old.origins, old.captcha, old.max_length, old.close_after_days, old.likes,
      old.reply_depth, old.notice, old.privacy_url, old.consent, old.retention_days, old.identity, old.identity_url,
      old.identity_words)
begin
  update sites set version = version + 1 where id = new.id;
end;
