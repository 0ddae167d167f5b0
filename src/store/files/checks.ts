import type SQLite from 'better-sqlite3';
import { migrationNames } from '../migrations.ts';
import { reading } from './backup.ts';
import { nameOf, requireDatabase } from './data-dir.ts';

export interface Checked {
  name: string;
  /** What is wrong, in one line; undefined where all is well. */
  fault: string | undefined;
}

/** What must be true of a database: each query finds what is not so, and names it in the column `example`. */
export const checks: readonly { name: string; wrong: string }[] = [
  {
    name: 'the migrations are those of this program',
    wrong: `select value || ' is missing' as example from json_each(:migrations)
        where value not in (select name from d1_migrations)
      union all select name || ' is unknown' from d1_migrations
        where name not in (select value from json_each(:migrations))`,
  },
  {
    name: 'the file is whole',
    wrong: `select integrity_check as example from pragma_integrity_check where integrity_check <> 'ok'`,
  },
  {
    name: 'whatever is referred to is there',
    wrong: `select concat_ws(' ', "table", rowid, 'without its', parent) as example
      from pragma_foreign_key_check`,
  },
  {
    name: 'every comment has a number',
    wrong: `select id as example from comments where number is null`,
  },
  {
    name: 'every number is in the index of words',
    wrong: `select id as example from comments
        where number not in (select id from comment_words_docsize)
      union all select 'number ' || id from comment_words_docsize
        where id not in (select number from comments where number is not null)`,
  },
  {
    name: 'comments are counted right by state',
    wrong: compareCounts(
      'state_counts',
      ['site_id', 'state'],
      `select site_id, state, count(*) as count from comments group by site_id, state
      union all select site_id, 'reported', count(*) from comments
        where state in ('published', 'withdrawn') and reports > 0 group by site_id
      union all select site_id, 'apart', count(*) from comments
        where state = 'pending' and apart = 1 group by site_id
      union all select site_id, 'appeals', count(*) from comments
        where state = 'pending' and appealed_at is not null group by site_id
      union all select site_id, 'trusted', count(*) from comments
        where state = 'published' and trusted = 1 and reviewed_by is null group by site_id`,
    ),
  },
  {
    name: 'known readers are those whose comments are there',
    wrong: `select sender as example from known_readers as reader
        where not exists (select 1 from comments where site_id = reader.site_id and sender = reader.sender)
      union all select distinct sender from comments
        where sender >= 'reader:' and sender < 'reader;' and not exists (select 1 from known_readers as reader
          where reader.site_id = comments.site_id and reader.sender = comments.sender)`,
  },
  {
    name: 'comments are counted right by hour',
    wrong: compareCounts(
      `(select site_id, hour, 'arrived' as what, arrived as count from hourly_counts
        union all select site_id, hour, 'waiting', waiting from hourly_counts
        union all select site_id, hour, 'pending', pending from hourly_counts
        union all select site_id, hour, 'published', published from hourly_counts
        union all select site_id, hour, 'rejected', rejected from hourly_counts
        union all select site_id, hour, 'spam', spam from hourly_counts
        union all select site_id, hour, 'withdrawn', withdrawn from hourly_counts)`,
      ['site_id', 'hour', 'what'],
      `select site_id, created_at / 3600000 as hour, 'arrived' as what, sum(badge is not 'newsroom') as count
        from comments not indexed group by site_id, hour
      union all select site_id, created_at / 3600000, 'waiting', count(*) from comments
        where state = 'pending' and apart = 0 group by 1, 2
      union all select site_id, created_at / 3600000, state, count(*) from comments group by 1, 2, 3`,
    ),
  },
  {
    name: 'comments are counted right by article and day',
    wrong: compareCounts(
      `(select day, article_id, state, case state when 'all' then comments when 'pending' then pending
          when 'published' then published else refused end as count from article_days
        join (select value as state from json_each('["all", "pending", "published", "refused"]')))`,
      ['day', 'article_id', 'state'],
      `select (created_at + 25200000) / 86400000 as day, article_id, kind.value as state, count(*) as count
        from comments join json_each(json_array('all', iif(state in ('rejected', 'spam'), 'refused', state))) as kind
        where badge is not 'newsroom' and kind.value <> 'withdrawn' group by 1, 2, 3`,
    ),
  },
  {
    name: 'decided comments are counted right by rule',
    wrong: compareCounts(
      'rule_outcomes',
      ['site_id', 'rule', 'lesson'],
      `select site_id, rule, lesson, count(distinct comments.id) as count from comments
        join findings on findings.comment_id = comments.id and verdict <> 'pass'
        where lesson is not null group by site_id, rule, lesson`,
    ),
  },
  {
    name: 'published comments are counted right by article',
    wrong: `select 'article ' || id || ': ' || published_count || ' kept, ' || real || ' there' as example
      from (select id, published_count, (select count(*) from comments
        where article_id = articles.id and state = 'published') as real from articles)
      where published_count <> real`,
  },
  {
    name: 'articles are called as their latest published comments say',
    wrong: `select 'article ' || articles.id as example from articles join article_names using (id)
      where (articles.title, articles.url) <> (article_names.title, article_names.url)`,
  },
  {
    name: 'reports are counted right by comment',
    wrong: `select id as example from comments where reports <>
      (select count(*) from reports where comment_id = comments.id and settled_by is null)`,
  },
  {
    name: 'no comment has more likes than are counted',
    wrong: `select id as example from comments where likes <
      (select count(*) from likes where comment_id = comments.id)`,
  },
  {
    name: 'answers are in the branch of what they answer',
    wrong: `select comments.id as example from comments left join comments as parents on parents.id = comments.parent_id
      where comments.thread_id is not coalesce(parents.thread_id, parents.id)`,
  },
  {
    name: 'published answers are counted right',
    wrong: `select id as example from comments where reply_count <> iif(thread_id is null,
      (select count(*) from comments as answers where answers.thread_id = comments.id and answers.state = 'published'),
      (select count(*) from comments as answers indexed by comments_replies
        where answers.parent_id = comments.id and answers.state = 'published'))`,
  },
  {
    name: 'no decision is of a version that its comment has not reached',
    wrong: `select comment_id as example from decided_comments join comments on comments.id = comment_id
      where decided_comments.version > comments.version`,
  },
  {
    name: 'comments stand where their last decision put them',
    wrong: `select comment_id as example from decided_comments join comments on comments.id = comment_id
      where decided_comments.version = comments.version and to_state <> state`,
  },
  {
    name: 'what was undone went back to where it was',
    wrong: `select undone.comment_id as example from decisions
      join decided_comments as undone on undone.decision_id = decisions.id
      left join decided_comments as first
        on first.decision_id = decisions.undoes and first.comment_id = undone.comment_id
      where decisions.undoes is not null and undone.to_state is not first.from_state`,
  },
];

/** Counts that a table keeps against those of the rows; a count that is not kept is 0. */
function compareCounts(table: string, columns: readonly string[], real: string): string {
  const key = columns.join(', ');
  return `select concat_ws(' ', ${key}) || ': ' || sum(kept) || ' kept, ' || sum(real) || ' there' as example
    from (select ${key}, count as real, 0 as kept from (${real})
      union all select ${key}, 0, count from ${table})
    group by ${key} having sum(real) <> sum(kept)`;
}

/** Checks the database of a data folder, one check after the other, each on how things stand at one moment. */
export function checkDatabase(directory: string, found: (checked: Checked) => void): void {
  reading(requireDatabase(directory), nameOf(directory), (connection) => {
    for (const { name, wrong } of checks) found({ name, fault: findFault(connection, wrong) });
  });
}

/** A query that cannot be run is a fault too: a table is missing, or the file is damaged. */
function findFault(connection: SQLite.Database, wrong: string): string | undefined {
  try {
    const { count, example } = countWrong(connection, wrong);
    return count > 0 ? `${count} wrong, such as ${String(example).replaceAll('\n', ' ')}` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function countWrong(connection: SQLite.Database, wrong: string): { count: number; example: string } {
  const found = connection
    .prepare<[{ migrations: string }], { count: number; example: string }>(
      `select count(*) as count, min(example) as example from (${wrong})`,
    )
    .get({ migrations: JSON.stringify(migrationNames()) });
  return found ?? { count: 0, example: '' };
}
