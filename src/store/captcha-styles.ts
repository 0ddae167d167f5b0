import { sql } from 'kysely';
import { type ActBy, hasChanged, recordAct } from './acts/record.ts';
import { build, type Database } from './database.ts';

/** An operator's own font: outlines by character. */
export interface StoredFont {
  name: string;
  glyphs: Record<string, string>;
}

/** Empty before the first change. */
export async function readSeed(database: Database): Promise<string> {
  const [row] = await database.query(build.selectFrom('captcha_style').select('seed').compile());
  return row?.seed ?? '';
}

export async function listFonts(database: Database): Promise<StoredFont[]> {
  const rows = await database.query(build.selectFrom('captcha_fonts').selectAll().orderBy('name').compile());
  return rows.map(({ name, glyphs }) => ({ name, glyphs: JSON.parse(glyphs) }));
}

export async function setSeed(database: Database, seed: string, act: ActBy): Promise<void> {
  await database.batch([replaceSeed(seed), noteStyle(act, {})]);
}

/** Adds a font, in place of one of the same name, and draws differently from then on. */
export async function putFont(
  database: Database,
  { name, glyphs }: StoredFont,
  seed: string,
  act: ActBy,
): Promise<void> {
  const outlines = JSON.stringify(glyphs);
  await database.batch([
    build
      .insertInto('captcha_fonts')
      .values({ name, glyphs: outlines })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ glyphs: outlines }))
      .compile(),
    replaceSeed(seed),
    noteStyle(act, { font: name, state: 'on' }),
  ]);
}

/** Whether there was such a font. */
export async function removeFont(
  database: Database,
  name: string,
  seed: string,
  act: ActBy,
): Promise<boolean> {
  const [removed] = await database.batch([
    build.deleteFrom('captcha_fonts').where('name', '=', name).returning('name').compile(),
    noteStyle(act, { font: name, state: 'off' }, hasChanged),
    replaceSeed(seed),
  ]);
  return removed.length > 0;
}

function noteStyle(act: ActBy, details: object, where: typeof hasChanged = sql`true`) {
  return recordAct(act, { kind: 'captcha-style', details, where });
}

function replaceSeed(seed: string) {
  return build
    .insertInto('captcha_style')
    .values({ id: 1, seed })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seed }))
    .compile();
}
