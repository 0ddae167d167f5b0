import { sql } from 'kysely';
import { build, type Database, prepared } from '../database.ts';

/** The words that a site holds beside the lists of the filter, and those of the lists that it lets pass. */
export interface WordChoice {
  held: string[];
  passed: string[];
}

export async function readSiteWords(database: Database, site: string): Promise<WordChoice> {
  const rows = await database.query(wordsQuery({ site }));
  const having = (effect: 'hold' | 'pass') =>
    rows.filter((row) => row.effect === effect).map((row) => row.word);
  return { held: having('hold'), passed: having('pass') };
}

const wordsQuery = prepared(({ site }: { site: string }) =>
  build
    .selectFrom('site_words')
    .select(['word', 'effect'])
    .where('site_id', '=', site)
    .orderBy('word')
    .compile(),
);

/** Puts these words in the place of all that the site had. */
export async function writeSiteWords(
  database: Database,
  site: string,
  { held, passed }: WordChoice,
  now: number,
): Promise<void> {
  const insert = (words: readonly string[], effect: 'hold' | 'pass') =>
    sql`insert into site_words (site_id, word, effect, created_at)
      select ${site}, value, ${effect}, ${now} from json_each(${JSON.stringify(words)})`.compile(build);
  await database.batch([
    build.deleteFrom('site_words').where('site_id', '=', site).compile(),
    insert(held, 'hold'),
    insert(passed, 'pass'),
  ]);
}
