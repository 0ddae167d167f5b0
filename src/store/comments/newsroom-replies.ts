import { sql } from 'kysely';
import type { By } from '../../acts/act.ts';
import type { State } from '../../comments/comment.ts';
import { addActAbout, isStored, type UndoToStore } from '../acts.ts';
import { among, build, type Database } from '../database.ts';
import { keepEvidence } from '../erasure/evidence.ts';
import { noteEvent, noteWithdrawal } from '../notices/events.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';
import { isServed } from '../sites.ts';
import { indexWords, nextNumber } from './search-index.ts';
import { linkMark } from './search-text.ts';

export interface ReplyToStore {
  id: string;
  /** The act that it is. */
  act: string;
  by: By;
  /** The comment that it answers. */
  answers: string;
  author: string;
  body: string;
  createdAt: number;
  idempotency: { key: string; requestHash: string } | undefined;
}

/**
 * Publishes what the newsroom answers, with its act, all or nothing; whether it did: the comment that it answers must be
 * published still, on one of these sites. It has no sender and no fingerprint: no reader sent it, so that it is none of
 * theirs to any rule or limit. Rejects with Duplicate where the key is taken.
 */
export async function storeNewsroomReply(
  database: Database,
  reply: ReplyToStore,
  sites: readonly string[],
): Promise<boolean> {
  const { id, act, answers, author, body, createdAt } = reply;
  const [, [stored]] = await database.batch([
    takeStepsOf([answers]),
    sql<{ id: string }>`insert into comments
        (id, number, site_id, article_id, parent_id, author, body, state, risk, sender, fingerprint, badge, has_links,
          created_at)
      select ${id}, ${nextNumber}, site_id, article_id, id, ${author}, ${body}, 'published', 0, '', '', 'newsroom', ${linkMark(body)}, ${createdAt}
      from comments as answered where id = ${answers} and state = 'published' and site_id in ${among(sites)}
        and exists (select 1 from sites where id = answered.site_id and ${isServed})
      returning id`.compile(build),
    addActAbout({
      id: act,
      kind: 'reply',
      by: reply.by,
      details: sql`json_object('comment', id, 'answers', parent_id)`,
      where: sql`id = ${id}`,
      createdAt,
    }),
    indexWords(id, author, body),
    noteEvent({ kind: 'comment.published', comment: id, createdAt, where: sql`true` }),
    ...(reply.idempotency ? [keepKey(reply, reply.idempotency)] : []),
  ]);
  return stored !== undefined;
}

function keepKey(
  { id, createdAt }: ReplyToStore,
  { key, requestHash }: NonNullable<ReplyToStore['idempotency']>,
) {
  return sql`insert into idempotency_keys (site_id, key, request_hash, comment_id, state, created_at)
    select site_id, ${key}, ${requestHash}, id, 'published', ${createdAt} from comments where id = ${id}`.compile(
    build,
  );
}

/** A reply of the newsroom as it stands, and its act. */
export interface StoredReply {
  id: string;
  act: string;
  site: string;
  article: string;
  parentId: string;
  author: string;
  body: string;
  state: State;
  createdAt: number;
}

/** Both were stored at one time, so that the act is found by its age. */
export async function findNewsroomReply(database: Database, id: string): Promise<StoredReply | undefined> {
  const [reply] = await database.query(
    sql<StoredReply>`select comments.id, acts.id as act, comments.site_id as site, articles.key as article,
        comments.parent_id as "parentId", comments.author, comments.body, comments.state,
        comments.created_at as "createdAt"
      from comments join articles on articles.id = comments.article_id
        join acts on acts.created_at = comments.created_at and acts.kind = 'reply'
          and acts.details ->> 'comment' = comments.id
      where comments.id = ${id}`.compile(build),
  );
  return reply;
}

/** Takes a reply back by an act, as its author would; whether it did: it must be published still. */
export async function withdrawReply(
  database: Database,
  { id, undoes, by, createdAt }: UndoToStore,
  reply: string,
): Promise<boolean> {
  const stored = isStored(id);
  const [, , , , rows] = await database.batch([
    takeStepsOf([reply]),
    addActAbout({
      ...{ id, kind: 'undo', by, undoes, createdAt },
      details: sql`json_object('of', 'reply', 'comment', id, 'answers', parent_id)`,
      where: sql`id = ${reply} and state = 'published'`,
    }),
    keepEvidence(sql`(select ${reply} where ${stored})`, createdAt),
    noteWithdrawal(reply, createdAt, stored),
    sql<{ id: string }>`update comments set state = 'withdrawn', version = version + 1
      where id = ${reply} and ${stored} returning id`.compile(build),
  ]);
  return rows.length > 0;
}
