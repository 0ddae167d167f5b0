import { sql } from 'kysely';
import { build, type Database } from '../database.ts';
import type { Moved } from './rows.ts';

/**
 * Writes the likes that are not there, and says how many those were. The comment that came before them counts them
 * already: so they come with the time 0, and no more than it has likes that nobody is known to have given.
 */
export async function writeLikes(database: Database, likes: readonly Moved['like'][]): Promise<number> {
  const given = JSON.stringify(likes);
  const [added] = await database.batch([
    sql<{ added: 1 }>`with added as (select value ->> 'comment' as comment, value ->> 'sender' as giver,
          row_number() over (partition by value ->> 'comment' order by given.key) as rank
        from json_each(${given}) as given where not exists (select 1 from likes
          where comment_id = value ->> 'comment' and sender = value ->> 'sender')),
      room as (select id, site_id, likes - (select count(*) from likes where comment_id = comments.id) as free
        from comments where id in (select comment from added))
      insert into likes (comment_id, site_id, sender, created_at)
        select id, site_id, giver, 0 from added join room on id = comment where rank <= free
      on conflict do nothing returning 1 as added`.compile(build),
    sql`update likes set created_at = given.value ->> 'createdAt' from json_each(${given}) as given
      where created_at = 0 and comment_id = given.value ->> 'comment'
        and sender = given.value ->> 'sender'`.compile(build),
  ]);
  return added.length;
}
