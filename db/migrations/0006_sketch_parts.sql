-- Parts of the sketches of late comments: near-equal texts share at least one. `day` is that of the comment (UTC, from
-- 1970), so that what is too old is the beginning of the table; `part` begins with the number of its place.
-- Rows for two days at most, and eight for each comment: so many that what they refer to is not looked up each time.
create table sketch_parts (
  day integer not null,
  site_id text not null,
  part text not null,
  comment_id text not null,
  primary key (day, site_id, part, comment_id)
) strict, without rowid;

insert into sketch_parts (day, site_id, part, comment_id)
  select created_at / 86400000, site_id, band || part, comment_id from sketch_bands;

drop table sketch_bands;
