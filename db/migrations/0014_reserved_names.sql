-- What the newsroom is called where it speaks itself, and a JSON array of names that readers are not to take.
alter table sites add column newsroom_name text not null default 'Tòa soạn';
alter table sites add column reserved_names text not null default '[]' check (json_valid(reserved_names));
