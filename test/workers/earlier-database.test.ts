import { applyD1Migrations, env, reset } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { openDatabase } from '#database';

const reader = `reader:${'a'.repeat(43)}`;

/** The D1 database of an earlier program, with a comment in every state. */
async function openEarlier(before: string): Promise<void> {
  await reset();
  await applyD1Migrations(
    env.DB,
    env.MIGRATIONS.filter(({ name }) => name < before),
  );
  await env.DB.batch([
    env.DB.prepare(`insert into sites (id, name, moderation, captcha, created_at)
      values ('demo', 'Báo', 'publish-clean', 'on', 0)`),
    env.DB.prepare(`insert into articles (id, site_id, key, created_at) values (1, 'demo', '/a', 0)`),
    env.DB.prepare(`insert into comments
        (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      select value, 'demo', 1, 'Hòa', 'Góp ý.', value, 0, ?, 'f', key
      from json_each('["pending", "published", "rejected", "spam", "withdrawn"]')`).bind(reader),
  ]);
}

async function ask(query: string): Promise<unknown[]> {
  return (await env.DB.prepare(query).all()).results;
}

test('a D1 database of before there were known readers keeps all that it had, and knows its readers', async () => {
  await openEarlier('0028');
  const [comments, counts] = [
    'select id, state, version from comments order by id',
    'select state, count from state_counts where count > 0 order by state',
  ];
  const before = [await ask(comments), await ask(counts)];
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  expect([await ask(comments), await ask(counts)]).toEqual(before);
  expect(await ask('select author, last_at from known_readers')).toEqual([{ author: 'Hòa', last_at: 4 }]);
  expect(await ask('select moderation, captcha, work_held from sites')).toEqual([
    { moderation: 'publish-clean', captcha: 'on', work_held: 'on' },
  ]);
});

test('the tables that tests begin with are those that the migrations make, with the same in them', async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const migrated = await everythingInIt();
  await openDatabase();
  expect(await everythingInIt()).toEqual(migrated);
});

/** Of the ledger, which names its columns as whoever began it does, only what it lists. */
async function everythingInIt() {
  const ours = `name not like '\\_cf\\_%' escape '\\' and name not like '%d1\\_migrations%' escape '\\'`;
  const kept = `select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow') and ${ours}`;
  const rows: Record<string, unknown[]> = {};
  for (const { name } of (await ask(kept)) as { name: string }[])
    if (!name.startsWith('sqlite_')) rows[name] = await ask(`select * from "${name}"`);
  return {
    made: await ask(`select type, name, tbl_name, sql from sqlite_schema where ${ours} order by type, name`),
    rows,
    ledger: await ask('select name from d1_migrations order by id'),
  };
}
