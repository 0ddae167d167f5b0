import { sql } from 'kysely';
import type { By } from '../../acts/act.ts';
import type { State } from '../../comments/comment.ts';
import { addActAbout, isStored, type UndoToStore } from '../acts.ts';
import { among, build, type Database } from '../database.ts';
import { takeStepsOf } from '../queue/decision-steps.ts';

export interface PickToStore {
  /** The act that it is. */
  id: string;
  by: By;
  comment: string;
  picked: boolean;
  createdAt: number;
}

/** Picks a published comment, or picks it no more, with its act; whether that changed anything. */
export async function storePick(
  database: Database,
  { id, by, comment, picked, createdAt }: PickToStore,
  sites: readonly string[],
): Promise<boolean> {
  const changes = picked ? sql`state = 'published' and picked_at is null` : sql`picked_at is not null`;
  const [, , rows] = await database.batch([
    takeStepsOf([comment]),
    addActAbout({
      ...{ id, kind: picked ? 'pick' : 'unpick', by, createdAt },
      details: sql`json_object('comment', id, 'pickedAt', picked_at)`,
      where: sql`id = ${comment} and site_id in ${among(sites)} and ${changes}`,
    }),
    setPick(id, comment, picked ? createdAt : null),
  ]);
  return rows.length > 0;
}

/** What an act did to the time at which a comment was picked. */
export interface PickChange {
  comment: string;
  of: 'pick' | 'unpick';
  from: number | null;
  to: number | null;
}

/** Takes such an act back where the comment stands as the act left it; whether it did. */
export async function storePickUndo(
  database: Database,
  { id, undoes, by, createdAt }: UndoToStore,
  { comment, of, from, to }: PickChange,
): Promise<boolean> {
  const [, rows] = await database.batch([
    addActAbout({
      ...{ id, kind: 'undo', by, undoes, createdAt },
      details: sql`json_object('of', ${of}, 'comment', id)`,
      where: sql`id = ${comment} and picked_at is ${to}`,
    }),
    setPick(id, comment, from),
  ]);
  return rows.length > 0;
}

function setPick(act: string, comment: string, pickedAt: number | null) {
  return sql<{ id: string }>`update comments set picked_at = ${pickedAt}
    where id = ${comment} and ${isStored(act)} returning id`.compile(build);
}

export interface Standing {
  site: string;
  state: State;
  /** How many published comments of its article are picked. */
  picks: number;
}

/** Where a comment stands, and what is picked of its article. */
export async function findPick(
  database: Database,
  sites: readonly string[],
  id: string,
): Promise<Standing | undefined> {
  const [row] = await database.query(
    sql<Standing>`select site_id as site, state,
        (select count(*) from comments as others where others.article_id = comments.article_id
          and others.picked_at is not null and +others.state = 'published') as picks
      from comments where id = ${id} and site_id in ${among(sites)}`.compile(build),
  );
  return row;
}
