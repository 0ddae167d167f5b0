import { sql } from 'kysely';
import { type ActBy, type ActToRecord, recordAct } from '../acts/record.ts';
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

/** What is a site's own beside its settings. */
export interface OwnOfSite extends WordChoice {
  /** What those are called who moderate it. */
  moderators: string[];
  /** The digest of its own model, where it has one. */
  model: string | undefined;
}

/** All of it in one query; sorted here, since there each kind would be made a table first. */
export async function readOwnOfSite(database: Database, site: string): Promise<OwnOfSite> {
  const rows = await database.query(ownQuery({ site }));
  const being = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => row.word)
      .sort();
  const [model] = being('model');
  return { held: being('hold'), passed: being('pass'), moderators: being('moderator'), model };
}

const ownQuery = prepared(({ site }: { site: string }) =>
  sql<{ word: string; kind: string }>`select word, effect as kind from site_words where site_id = ${site}
    union all select name, 'moderator' from moderators where disabled_at is null and (all_sites = 1
      or exists (select 1 from moderator_sites where moderator_id = moderators.id and site_id = ${site}))
    union all select digest, 'model' from site_models where site_id = ${site}`.compile(build),
);

type Effect = 'hold' | 'pass' | null;

/** What became of some words of a site: held, let pass, or neither. */
export interface WordsChange {
  before: Record<string, Effect>;
  after: Record<string, Effect>;
}

/** Takes some words from a site, and gives it others; a word that it had the other way changes sides. All is one act. */
export async function changeSiteWords(
  database: Database,
  site: string,
  { removed, held, passed }: WordChoice & { removed: string[] },
  act: ActBy,
): Promise<void> {
  const present = new Map(effectsOf(await readSiteWords(database, site)));
  const wanted: [string, Effect][] = [
    ...removed.map((word): [string, Effect] => [word, null]),
    ...new Map(effectsOf({ held, passed })),
  ];
  const changed = wanted.filter(([word, effect]) => (present.get(word) ?? null) !== effect);
  if (changed.length === 0) return;
  const before = Object.fromEntries(changed.map(([word]) => [word, present.get(word) ?? null]));
  await storeWords(database, site, { before, after: Object.fromEntries(changed) }, act);
}

/** Changes words where all of them are still what they were; whether they were. */
export async function storeWords(
  database: Database,
  site: string,
  change: WordsChange,
  act: ActBy,
  undoing: Pick<ActToRecord, 'undoes'> = {},
): Promise<boolean> {
  const kind = undoing.undoes === undefined ? 'words' : 'undo';
  const details = kind === 'undo' ? { of: 'words', ...change } : change;
  const unchanged = sql`not exists (select 1 from json_each(${JSON.stringify(change.before)}) as was
    where was.value is not (select effect from site_words where site_id = ${site} and word = was.key))`;
  const after = sql`json_each(${JSON.stringify(change.after)}) as new`;
  const done = sql`exists (select 1 from acts where id = ${act.id})`;
  const [, , , rows] = await database.batch([
    recordAct(act, { kind, site, details, ...undoing, where: unchanged }),
    sql`delete from site_words where site_id = ${site} and ${done}
      and word in (select new.key from ${after} where new.value is null)`.compile(build),
    sql`insert into site_words (site_id, word, effect, created_at)
      select ${site}, new.key, new.value, ${act.createdAt} from ${after} where new.value is not null and ${done}
      on conflict (site_id, word) do update set effect = excluded.effect`.compile(build),
    build.selectFrom('acts').select('id').where('id', '=', act.id).compile(),
  ]);
  return rows.length > 0;
}

function effectsOf({ held, passed }: WordChoice): [string, 'hold' | 'pass'][] {
  return [
    ...held.map((word): [string, 'hold'] => [word, 'hold']),
    ...passed.map((word): [string, 'pass'] => [word, 'pass']),
  ];
}
