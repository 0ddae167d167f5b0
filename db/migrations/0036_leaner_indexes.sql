-- Ids are long, and break ties alone: what came in the same millisecond is put in their order as it is read, so that no
-- index has to keep them.

-- The index of an article's comments by state gives the published ones in the same order.
drop index comments_thread;

drop index comments_of_article;
create index comments_of_article on comments (article_id, state, created_at);
drop index comments_by_state;
create index comments_by_state on comments (site_id, state, created_at, apart);
drop index comments_by_age;
create index comments_by_age on comments (state, created_at, apart);

drop index comments_linked;
create index comments_linked on comments (state, created_at) where has_links = 1;

-- What waits is so little of all that one index by risk does for one site and for several. Of risks, many are the same.
drop index comments_riskiest;
drop index comments_riskiest_of_all;
create index comments_riskiest on comments (risk, id, site_id) where state = 'pending' and apart = 0;

drop index comments_liked;
create index comments_liked on comments (article_id, interest) where state = 'published';
drop index comments_branches;
create index comments_branches on comments (article_id, created_at)
  where thread_id is null and (state = 'published' or reply_count > 0);
drop index comments_liked_branches;
create index comments_liked_branches on comments (article_id, interest)
  where thread_id is null and (state = 'published' or reply_count > 0);
drop index comments_in_branch;
create index comments_in_branch on comments (thread_id, created_at)
  where thread_id is not null and state = 'published';

-- The views and triggers that name it stay as they are.
drop index comments_naming;
create index comments_naming on comments (article_id, created_at)
  where state = 'published' and (article_title <> '' or article_url <> '');

drop index decisions_by_age;
create index decisions_by_age on decisions (created_at);
drop index decisions_by_moderator;
create index decisions_by_moderator on decisions (moderator_id, created_at);
drop index decisions_by_action;
create index decisions_by_action on decisions (action, created_at);
