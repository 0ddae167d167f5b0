import { type CompiledQuery, sql } from 'kysely';
import { idAt } from '../articles/articles.ts';
import { sayingOf } from '../articles/sayings.ts';
import { searchText } from '../comments/search-text.ts';
import { among, build, type Database } from '../database.ts';
import { dayMs } from '../filter/facts.ts';
import { keptLength, partAt, places } from '../filter/sketches.ts';
import { hush, unhush } from './hush.ts';
import { insert } from './insert.ts';
import type { Moved } from './rows.ts';

/** Writes the comments that are not there, each with all that belongs to it, and says how many those were. */
export async function writeComments(
  database: Database,
  comments: readonly Moved['comment'][],
  now: number,
): Promise<number> {
  const ids = comments.map(({ id }) => id);
  const known = await database.query(
    build.selectFrom('comments').select('id').where('id', 'in', among(ids)).compile(),
  );
  const there = new Set(known.map(({ id }) => id));
  const added = comments.filter(({ id }) => !there.has(id));
  if (added.length > 0) await database.batch(insertComments(added, now));
  return added.length;
}

/** Of comments that are not there. Lessons come after findings, since the trigger that counts them looks at those. */
export function insertComments(comments: readonly Moved['comment'][], now: number): CompiledQuery[] {
  const rows = comments.map(({ findings, ...comment }) => comment);
  return [
    hush,
    keepSayings(rows),
    insertRows(rows),
    unhush,
    follow(comments),
    insertFindings(comments),
    setLessons(comments),
    insertWords(comments),
    keepSketches(comments, now),
    lowerErased(comments),
  ];
}

const articleId = idAt(sql`site_id = value ->> 'site'`, sql`value ->> 'article'`);

function keepSayings(rows: readonly object[]): CompiledQuery {
  return insert(
    sql`article_sayings (article_id, title, url)`,
    sql`${articleId}, value ->> 'articleTitle', value ->> 'articleUrl'`,
    rows,
    sql`value ->> 'articleTitle' <> '' or value ->> 'articleUrl' <> ''`,
  );
}

/** Where an article is missing the row has none, and is refused. */
function insertRows(rows: readonly object[]): CompiledQuery {
  return insert(
    sql`comments (id, number, site_id, article_id, parent_id, author, email, body, state, version, risk, shipped_risk,
      learned_risk, sender, fingerprint, sketch, has_links, saying, apart, appeal,
      appealed_at, badge, likes, picked_at, consent, trusted, reviewed_by, judge_verdict, judge_ms, created_at)`,
    sql`value ->> 'id', (select coalesce(max(number), 0) from comments) + json_each.key + 1, value ->> 'site',
      ${articleId},
      value ->> 'parentId', value ->> 'author', value ->> 'email', value ->> 'body', value ->> 'state',
      value ->> 'version', value ->> 'risk', value ->> 'shippedRisk', value ->> 'learnedRisk', value ->> 'sender',
      value ->> 'fingerprint',
      substr(value ->> 'sketch', 1, ${sql.lit(keptLength)}), value ->> 'hasLinks',
      ${sayingOf(articleId, sql`value ->> 'articleTitle'`, sql`value ->> 'articleUrl'`)}, value ->> 'apart', value ->> 'appeal', value ->> 'appealedAt',
      value ->> 'badge', value ->> 'likes', value ->> 'pickedAt', value ->> 'consent', value ->> 'trusted',
      value ->> 'reviewedBy', value ->> 'judgeVerdict', value ->> 'judgeMs', value ->> 'createdAt'`,
    rows,
  );
}

/** Whose authors are told of them; never one that is here already, since they may have said otherwise here. */
function follow(comments: readonly Moved['comment'][]): CompiledQuery {
  const rows = comments.flatMap(({ id, site, email, mailbox }) =>
    mailbox !== null && email !== null ? [{ id, site, mailbox }] : [],
  );
  return insert(
    sql`followed_comments (comment_id, site_id, mailbox)`,
    sql`value ->> 'id', value ->> 'site', value ->> 'mailbox'`,
    rows,
    sql`not exists (select 1 from mailboxes where mailbox = value ->> 'mailbox' and refused_at is not null)
      and not exists (select 1 from mailbox_answers
        where site_id = value ->> 'site' and mailbox = value ->> 'mailbox' and answer = 'no')`,
  );
}

function insertFindings(comments: readonly Moved['comment'][]): CompiledQuery {
  const rows = comments.flatMap(({ id, findings }) =>
    findings.map(({ message, ...finding }, position) => ({ id, position, ...finding, ...message })),
  );
  return sql`insert into findings
      (comment_id, position, rule, verdict, message_vi, message_en, span_start, span_end)
    select value ->> 'id', value ->> 'position', value ->> 'rule', value ->> 'verdict', value ->> 'vi', value ->> 'en',
      value ->> 'start', value ->> 'end' from json_each(${JSON.stringify(rows)}) order by key`.compile(build);
}

function setLessons(comments: readonly Moved['comment'][]): CompiledQuery {
  const rows = comments.filter(({ lesson }) => lesson).map(({ id, lesson }) => ({ id, lesson }));
  return sql`update comments set lesson = moved.value ->> 'lesson'
    from json_each(${JSON.stringify(rows)}) as moved where comments.id = moved.value ->> 'id'`.compile(build);
}

function insertWords(comments: readonly Moved['comment'][]): CompiledQuery {
  const rows = comments.map(({ id, author, body }) => ({ id, words: searchText(author, body) }));
  return sql`insert into comment_words (rowid, written)
    select number, value ->> 'words' from json_each(${JSON.stringify(rows)}) cross join comments on comments.id = value ->> 'id'
    order by json_each.key`.compile(build);
}

/** Of those that are young enough to be compared with. */
function keepSketches(comments: readonly Moved['comment'][], now: number): CompiledQuery {
  const rows = comments
    .filter(({ sketch, createdAt }) => sketch.length > keptLength && createdAt > now - 2 * dayMs)
    .map(({ id, site, sketch, createdAt }) => ({ id, site, sketch, day: Math.floor(createdAt / dayMs) }));
  return sql`insert into sketch_parts (day, site_id, part, comment_id, sketch)
    select one.value ->> 'day', one.value ->> 'site', ${partAt(sql`place.value`, sql`(one.value ->> 'sketch')`)},
      one.value ->> 'id', one.value ->> 'sketch'
    from json_each(${JSON.stringify(rows)}) as one cross join json_each(${sql.lit(places)}) as place`.compile(
    build,
  );
}

/** What came of a reader's traces is erased in its time, although the site has erased up to later already. */
function lowerErased(comments: readonly Moved['comment'][]): CompiledQuery {
  const rows = comments
    .filter(({ sender, email }) => sender !== '' || email !== null)
    .map(({ site, createdAt }) => ({ site, createdAt }));
  return sql`update sites set erased_until = min(erased_until, first - 1) from (
      select value ->> 'site' as site, min(value ->> 'createdAt') as first
      from json_each(${JSON.stringify(rows)}) group by 1)
    where sites.id = site and erased_until >= first`.compile(build);
}
