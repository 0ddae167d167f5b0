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

/** The same, and what those are called who moderate the site, in one query. */
export async function readOwnWords(
  database: Database,
  site: string,
): Promise<WordChoice & { moderators: string[] }> {
  const rows = await database.query(ownWordsQuery({ site }));
  const being = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.word);
  return { held: being('hold'), passed: being('pass'), moderators: being('moderator') };
}

const ownWordsQuery = prepared(({ site }: { site: string }) =>
  sql<{ word: string; kind: string }>`select word, effect as kind from site_words where site_id = ${site}
    union all select name, 'moderator' from moderators where disabled_at is null and (all_sites = 1
      or id in (select moderator_id from moderator_sites where site_id = ${site}))
    order by kind, word`.compile(build),
);

/** Takes some words from a site, and gives it others; a word that it had the other way changes sides. */
export async function changeSiteWords(
  database: Database,
  site: string,
  { removed, held, passed }: WordChoice & { removed: string[] },
  now: number,
): Promise<void> {
  const put = (words: readonly string[], effect: 'hold' | 'pass') =>
    sql`insert into site_words (site_id, word, effect, created_at)
      select ${site}, value, ${effect}, ${now} from json_each(${JSON.stringify(words)}) where true
      on conflict (site_id, word) do update set effect = excluded.effect`.compile(build);
  await database.batch([
    sql`delete from site_words where site_id = ${site}
      and word in (select value from json_each(${JSON.stringify(removed)}))`.compile(build),
    put(held, 'hold'),
    put(passed, 'pass'),
  ]);
}
