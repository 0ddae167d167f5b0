-- A notice that somebody agreed to, kept as it was: comments name it by its version.
create table notices (
  site_id text not null references sites (id),
  version text not null,
  text text not null,
  privacy_url text not null,
  agreement text not null,
  since integer not null,
  primary key (site_id, version)
) strict, without rowid;

-- A site without a notice of its own tells how long it keeps what.
drop trigger sites_versioned;
create trigger sites_versioned after update on sites when new.version = old.version
  and (new.name, new.language, new.origins, new.captcha, new.max_length, new.close_after_days, new.likes,
      new.reply_depth, new.notice, new.privacy_url, new.consent, new.retention_days)
    is not (old.name, old.language, old.origins, old.captcha, old.max_length, old.close_after_days, old.likes,
      old.reply_depth, old.notice, old.privacy_url, old.consent, old.retention_days)
begin
  update sites set version = version + 1 where id = new.id;
end;
