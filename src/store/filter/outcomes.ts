import type { Label } from '../../filter/model/local.ts';
import { build, type Database } from '../database.ts';

/** What was thought of a comment when it came, and what moderators made of it. */
export interface Outcome {
  shipped: number;
  /** Null where the site's own history did not say anything yet. */
  learned: number | null;
  lesson: Label;
}

/** The newest comments that moderators decided, with what was thought of them. */
export async function listOutcomes(database: Database, site: string, limit: number): Promise<Outcome[]> {
  const rows = await database.query(
    build
      .selectFrom('comments')
      .select(['shipped_risk', 'learned_risk', 'learned'])
      .where('site_id', '=', site)
      .where('learned', 'is not', null)
      .orderBy('created_at', 'desc')
      .limit(limit)
      .compile(),
  );
  return rows.flatMap(({ shipped_risk: shipped, learned_risk: learned, learned: lesson }) =>
    shipped !== null && lesson !== null ? [{ shipped, learned, lesson }] : [],
  );
}
