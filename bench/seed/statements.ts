import type SQLite from 'better-sqlite3';

const inserts = {
  article: `insert into articles (site_id, key, created_at) values (?, ?, ?)
    on conflict (site_id, key) do update set open = open returning id`,
  comment: `insert into comments (id, site_id, article_id, parent_id, author, body, state, version, risk, sender,
      fingerprint, created_at, shipped_risk, learned_risk, sketch, lesson, has_links, appeal, appealed_at,
      number, saying)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
      (select coalesce(max(number), 0) + 1 from comments),
      (select number from article_sayings where (article_id, title, url) = (?, ?, ?)))`,
  saying: 'insert into article_sayings (article_id, title, url) values (?, ?, ?) on conflict do nothing',
  finding: `insert into findings (comment_id, position, rule, verdict, message_vi, message_en, span_start, span_end)
    values (?, ?, ?, ?, ?, ?, ?, ?)`,
  words: 'insert into comment_words (rowid, written) select number, ? from comments where id = ?',
  part: 'insert into sketch_parts (day, site_id, part, comment_id, sketch) values (?, ?, ?, ?, ?)',
  decision: `insert into decisions (id, moderator_id, action, reason, created_at) values (?, ?, ?, ?, ?)`,
  decided: `insert into decided_comments (decision_id, comment_id, from_state, to_state, version, from_lesson, to_lesson)
    values (?, ?, ?, ?, ?, ?, ?)`,
  report: `insert into reports (comment_id, sender, reason, details, created_at) values (?, ?, ?, ?, ?)`,
  outcome: `insert into rule_outcomes (site_id, rule, lesson, count) values (?, ?, ?, ?)
    on conflict (site_id, rule, lesson) do update set count = count + excluded.count`,
  change: `insert into site_counts (site_id, lesson_changes) values (?, ?)
    on conflict (site_id) do update set lesson_changes = lesson_changes + excluded.lesson_changes`,
} as const;

export type Statements = Record<keyof typeof inserts, SQLite.Statement<unknown[]>>;

/** One prepared statement for each kind of row. */
export function prepareInserts(connection: SQLite.Database): Statements {
  const prepared = Object.entries(inserts).map(([name, sql]) => [name, connection.prepare(sql)]);
  return Object.fromEntries(prepared) as Statements;
}
