-- All answers are found by their branch, since taking a comment out looks for those that it began.

drop index comments_in_branch;
create index comments_in_branch on comments (thread_id, state, created_at) where thread_id is not null;

-- What waits apart is found without going through all that waits.
create index comments_apart on comments (created_at, id, site_id) where state = 'pending' and apart = 1;
