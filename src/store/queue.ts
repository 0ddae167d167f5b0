import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { QueuedComment, State } from '../comments/comment.ts';
import type { Finding } from '../filter/finding.ts';
import { decodeCursor, type Page, toPage } from './cursor.ts';
import { among, build, type Database } from './database.ts';

export interface QueueQuery {
  sites: readonly string[];
  state: State;
  sort: 'oldest' | 'newest' | 'risk';
  limit: number;
  rule?: string | undefined;
  article?: string | undefined;
  /** Words to find in the author's name or the text. */
  q?: string | undefined;
  cursor?: string | undefined;
}

/** A page of the comments in one state, with why each was held and who last decided it. */
export async function listQueue(database: Database, query: QueueQuery): Promise<Page<QueuedComment>> {
  const page = await listComments(database, query);
  return { ...page, rows: await withFindings(database, page.rows) };
}

/** Some comments by id, as the queue shows them; those of other sites are left out. */
export async function findQueued(database: Database, sites: readonly string[], ids: readonly string[]) {
  const rows = await database.query(
    selectQueued()
      .where('comments.site_id', 'in', among(sites))
      .where('comments.id', 'in', among(ids))
      .compile(),
  );
  return withFindings(database, rows.map(toQueued));
}

type Unexplained = Omit<QueuedComment, 'findings'>;

async function withFindings(database: Database, rows: readonly Unexplained[]): Promise<QueuedComment[]> {
  const findings = await listFindings(database, JSON.stringify(rows.map((row) => row.id)));
  return rows.map((row) => ({ ...row, findings: findings.get(row.id) ?? [] }));
}

async function listComments(database: Database, query: QueueQuery): Promise<Page<Unexplained>> {
  const column = query.sort === 'risk' ? ('comments.risk' as const) : ('comments.created_at' as const);
  const [direction, beyond] = query.sort === 'oldest' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let select = filtered(selectQueued(), query)
    .orderBy(column, direction)
    .orderBy('comments.id', direction)
    .limit(query.limit + 1);
  if (query.cursor) {
    const [value, id] = decodeCursor(query.cursor);
    select = select.where((row) => row(row.refTuple(column, 'comments.id'), beyond, row.tuple(value, id)));
  }
  const rows = (await database.query(select.compile())).map(toQueued);
  return toPage(rows, query.limit, (row) => [query.sort === 'risk' ? row.risk : row.createdAt, row.id]);
}

function selectQueued() {
  return build
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('decided_comments', (join) =>
      join
        .onRef('decided_comments.comment_id', '=', 'comments.id')
        .onRef('decided_comments.version', '=', 'comments.version'),
    )
    .leftJoin('decisions', 'decisions.id', 'decided_comments.decision_id')
    .leftJoin('moderators', 'moderators.id', 'decisions.moderator_id')
    .select([
      'comments.id',
      'comments.version',
      'comments.site_id',
      'comments.author',
      'comments.body',
      'comments.state',
      'comments.risk',
      'comments.created_at',
      'articles.key',
      'articles.title',
      'articles.url',
      'decisions.id as decision_id',
      'decisions.action',
      'decisions.reason',
      'decisions.created_at as decided_at',
      'moderators.name as decided_by',
    ]);
}

type Selection = ReturnType<typeof selectQueued>;
type QueuedRow = Selection extends SelectQueryBuilder<infer _Schema, infer _Tables, infer Row> ? Row : never;

function filtered(select: Selection, { sites, state, rule, article, q }: QueueQuery): Selection {
  let narrowed = select
    .where('comments.site_id', 'in', among(sites))
    .where('comments.state', '=', sql.lit(state));
  if (article) narrowed = narrowed.where('articles.key', '=', article);
  if (rule) {
    narrowed = narrowed.where('comments.id', 'in', (row) =>
      row.selectFrom('findings').select('comment_id').where('rule', '=', rule),
    );
  }
  if (q) {
    const words = q.normalize('NFC').toLowerCase();
    narrowed = narrowed.where(
      sql<boolean>`instr(lower(comments.author || ' ' || comments.body), ${words}) > 0`,
    );
  }
  return narrowed;
}

function toQueued(row: QueuedRow): Unexplained {
  const { decision_id: id, action, decided_by: by, decided_at: at } = row;
  return {
    id: row.id,
    version: row.version,
    site: row.site_id,
    article: { key: row.key, title: row.title, url: row.url },
    author: row.author,
    body: row.body,
    state: row.state,
    risk: row.risk,
    createdAt: row.created_at,
    decided: id && action && by && at !== null ? { id, by, action, reason: row.reason, at } : null,
  };
}

async function listFindings(database: Database, ids: string): Promise<Map<string, Finding[]>> {
  const rows = await database.query(
    sql<Schema['findings']>`select findings.* from json_each(${ids}) as wanted
      join findings on findings.comment_id = wanted.value order by findings.comment_id, position`.compile(
      build,
    ),
  );
  const byComment = new Map<string, Finding[]>();
  for (const row of rows) {
    const findings = byComment.get(row.comment_id) ?? [];
    findings.push(toFinding(row));
    byComment.set(row.comment_id, findings);
  }
  return byComment;
}

function toFinding(row: Schema['findings']): Finding {
  const { span_start: start, span_end: end } = row;
  return {
    rule: row.rule,
    verdict: row.verdict,
    message: { vi: row.message_vi, en: row.message_en },
    ...(start !== null && end !== null && { start, end }),
  };
}
