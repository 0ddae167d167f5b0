import { sql } from 'kysely';
import type { By } from '../../acts/act.ts';
import { addActAbout } from '../acts.ts';
import { among, build, type Database } from '../database.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';
import { reindexWords } from './search-index.ts';
import { linkMark } from './search-text.ts';

export interface EditToStore {
  id: string;
  commentId: string;
  version: number;
  by: By;
  author: string;
  body: string;
  fingerprint: string;
  createdAt: number;
}

/**
 * Changes the words of a comment that waits, keeping what stood there. Whether it did: the comment must wait still,
 * at the version that the moderator saw, on one of these sites.
 */
export async function storeEdit(
  database: Database,
  edit: EditToStore,
  sites: readonly string[],
): Promise<boolean> {
  const { id, commentId, version, author, body } = edit;
  const [, , , [changed]] = await database.batch([
    takeStepsOf([commentId]),
    sql`insert into edits (id, comment_id, moderator_id, author_before, body_before, created_at)
      select ${id}, id, ${edit.by.id}, author, body, ${edit.createdAt} from comments
      where id = ${commentId} and version = ${version} and state = 'pending'
        and site_id in ${among(sites)}`.compile(build),
    addActAbout({
      ...{ id, kind: 'edit', by: edit.by, createdAt: edit.createdAt },
      details: sql`json_object('comment', id)`,
      where: sql`id = (select comment_id from edits where id = ${id})`,
    }),
    sql<{ id: string }>`update comments set author = ${author}, body = ${body}, version = version + 1,
        fingerprint = iif(badge is 'newsroom', '', ${edit.fingerprint}), has_links = ${linkMark(body)}
      where id = (select comment_id from edits where id = ${id}) returning id`.compile(build),
    ...reindexWords(commentId, author, body, sql`exists (select 1 from edits where id = ${id})`),
  ]);
  return changed !== undefined;
}
