import type SQLite from 'better-sqlite3';

/** Each names what is counted twice over, and selects where the two counts differ. */
const differences = {
  'state_counts by state': unequal(
    `select site_id, state, count from state_counts where state not in ('reported', 'apart', 'appeals', 'trusted') and count > 0`,
    'select site_id, state, count(*) from comments group by site_id, state',
  ),
  'state_counts of the reported': unequal(
    `select site_id, count from state_counts where state = 'reported' and count > 0`,
    `select site_id, count(*) from comments where state in ('published', 'withdrawn') and reports > 0 group by site_id`,
  ),
  'state_counts of what waits apart': unequal(
    `select site_id, count from state_counts where state = 'apart' and count > 0`,
    `select site_id, count(*) from comments where state = 'pending' and apart = 1 group by site_id`,
  ),
  'state_counts of what was appealed for': unequal(
    `select site_id, count from state_counts where state = 'appeals' and count > 0`,
    `select site_id, count(*) from comments where state = 'pending' and appealed_at is not null group by site_id`,
  ),
  hourly_counts: unequal(
    `select site_id, hour, arrived, waiting, pending, published, rejected, spam, withdrawn from hourly_counts
       where arrived > 0`,
    `select site_id, created_at / 3600000, count(*), sum(state = 'pending' and apart = 0), sum(state = 'pending'),
       sum(state = 'published'), sum(state = 'rejected'), sum(state = 'spam'), sum(state = 'withdrawn')
       from comments group by 1, 2`,
  ),
  article_days: unequal(
    'select day, article_id, comments, pending, published from article_days where comments > 0',
    `select (created_at + 25200000) / 86400000, article_id, count(*), sum(state = 'pending'), sum(state = 'published')
       from comments group by 1, 2`,
  ),
  'published_count of articles': unequal(
    'select id, published_count from articles where published_count > 0',
    `select article_id, count(*) from comments where state = 'published' group by article_id`,
  ),
  rule_outcomes: unequal(
    'select site_id, rule, lesson, count from rule_outcomes where count > 0',
    `select site_id, rule, lesson, count(distinct comments.id) from comments
       join findings on findings.comment_id = comments.id and verdict <> 'pass'
       where lesson is not null group by site_id, rule, lesson`,
  ),
} as const;

function unequal(kept: string, counted: string): string {
  return `select * from (select * from (${kept}) except select * from (${counted}))
    union all select * from (select * from (${counted}) except select * from (${kept}))`;
}

/** The counters that are not what counting anew finds: none, if all is well. */
export function wrongCounters(connection: SQLite.Database): string[] {
  return Object.entries(differences)
    .filter(([, sql]) => connection.prepare(sql).get() !== undefined)
    .map(([name]) => name);
}
