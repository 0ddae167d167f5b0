import { expect, onTestFinished, test } from 'vitest';
import { cleanUp } from '../../../src/sites/retention.ts';
import { siteSettings } from '../../../src/sites/site.ts';
import { storeComment } from '../../../src/store/comments/comments.ts';
import { readVersion } from '../../../src/store/comments/versions.ts';
import type { Database } from '../../../src/store/database.ts';
import { eraseComment } from '../../../src/store/erasure/erasure.ts';
import { checkDatabase } from '../../../src/store/files/checks.ts';
import { openDataDir } from '../../../src/store/files/data-dir.ts';
import { addModerator } from '../../../src/store/moderators/moderators.ts';
import { exportRows, holdStill, type MovedRow } from '../../../src/store/moved/export.ts';
import { importRows } from '../../../src/store/moved/import.ts';
import { setSite } from '../../../src/store/site-settings.ts';
import { addSite, findSite } from '../../../src/store/sites.ts';
import { actAt } from '../../support/acts.ts';
import { at, dayMs, decide, fill, usual } from '../../support/filled.ts';
import { newFolder } from '../../support/new-folder.ts';

function openNew() {
  const path = newFolder();
  const database = openDataDir(path);
  onTestFinished(() => database.close());
  return { path, database };
}

async function openFilled() {
  const opened = openNew();
  await fill(opened.database);
  return opened;
}

async function listRows(database: Database, site?: string): Promise<MovedRow[]> {
  const rows: MovedRow[] = [];
  for await (const row of exportRows(database, site)) rows.push(row);
  return rows;
}

/** How many rows were new. */
async function write(database: Database, rows: readonly MovedRow[], now = at): Promise<number> {
  let added = 0;
  for (const { kind, row } of rows) added += await importRows(database, kind, [row], now);
  return added;
}

function faults(directory: string): string[] {
  const said: string[] = [];
  checkDatabase(directory, ({ name, fault }) => fault && said.push(`${name}: ${fault}`));
  return said;
}

test('everything arrives as it was, and nothing that is counted by it is wrong', async () => {
  const { database } = await openFilled();
  const rows = await listRows(database);
  const target = openNew();
  expect(await write(target.database, rows)).toBe(rows.length);
  expect(await listRows(target.database)).toEqual(rows);
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(14);
  expect(faults(target.path)).toEqual([]);
  expect(await readVersion(target.database, 'bao', '/bai-viet')).toBe(
    await readVersion(database, 'bao', '/bai-viet'),
  );
});

test('what is there already stays as it is', async () => {
  const { database, path } = await openFilled();
  const rows = await listRows(database);
  await setSite(database, 'bao', { name: 'Tên mới' }, actAt(at));
  await decide(database, 'later', { action: 'spam', to: 'spam' }, { answer: 1 });
  await eraseComment(database, 'a', { now: at });
  await cleanUp({ database, now: () => at + 40 * dayMs });
  const now = await listRows(database);
  const gone = (kind: string) => kind === 'block' || kind === 'sender-key';
  await write(
    database,
    rows.filter(({ kind }) => !gone(kind)),
    at + 40 * dayMs,
  );
  expect(await listRows(database)).toEqual(now);
  expect(JSON.stringify(now)).not.toContain('hoa@');
  expect(faults(path)).toEqual([]);
});

test('of one site comes what is its own, with who decided there, who then works on no other', async () => {
  const { database } = await openFilled();
  const rows = await listRows(database, 'tin');
  const target = openNew();
  await write(target.database, rows);
  expect(await listRows(target.database)).toEqual(rows);
  expect(faults(target.path)).toEqual([]);
  const named = rows.map(({ kind, row }) => [
    kind,
    'id' in row ? row.id : 'site' in row ? row.site : 'comment' in row ? row.comment : '',
  ]);
  expect(named.filter(([kind]) => kind !== 'act')).toEqual([
    ['site', 'tin'],
    ['word', 'tin'],
    ['moderator', 'lan'],
    ['moderator', 'mai'],
    ['article', 'tin'],
    ['comment', 'other'],
    ['decision', 'first'],
    ['decided', 'other'],
    ['sender-key', 'tin'],
  ]);
  const reach = rows.flatMap(({ kind, row }) => (kind === 'moderator' ? [[row.everywhere, row.sites]] : []));
  expect(reach).toEqual([
    [false, ['tin']],
    [false, ['tin']],
  ]);
});

test('two sites that come one after the other are as if they had come together', async () => {
  const { database } = await openFilled();
  const target = openNew();
  await write(target.database, await listRows(database, 'bao'));
  await write(target.database, await listRows(database, 'tin'));
  expect(faults(target.path)).toEqual([]);
  const counted = async (from: Database) => {
    const kinds = (await listRows(from)).map(({ kind }) => kind);
    // What is done to accounts is done on no site.
    return kinds.filter((kind) => kind !== 'act').sort();
  };
  expect(await counted(target.database)).toEqual(await counted(database));
});

test('a site that has no article yet takes its settings, and one that has keeps them', async () => {
  const { database } = await openFilled();
  const rows = await listRows(database);
  const target = openNew();
  await addSite(target.database, { id: 'bao', ...siteSettings.parse({ name: 'Mới' }) }, actAt(at));
  await addSite(target.database, { id: 'tin', ...siteSettings.parse({ name: 'Cũ' }) }, actAt(at));
  await storeComment(target.database, { ...usual, id: 'before', site: 'tin' });
  await write(target.database, rows);
  const names = ['bao', 'tin'].map(async (id) => (await findSite(target.database, id))?.name);
  expect(await Promise.all(names)).toEqual(['Trang bao', 'Cũ']);
});

test('an account whose name is taken comes under another, and nobody gets what is not theirs', async () => {
  const { database } = await openFilled();
  const target = openNew();
  const stranger = {
    id: 'stranger',
    name: 'lan',
    password: 'scrypt$2$1$1$AA==$AA==',
    role: 'moderator' as const,
  };
  await addModerator(target.database, { ...stranger, sites: [], createdAt: at }, actAt(at));
  await write(target.database, await listRows(database));
  const names = (await listRows(target.database)).flatMap(({ kind, row }) =>
    kind === 'moderator' ? [[row.id, row.name]] : [],
  );
  expect(names).toEqual([
    ['stranger', 'lan'],
    ['lan', 'lan (lan)'],
    ['mai', 'mai'],
  ]);
});

test('traces that come to a site which has erased up to later are erased in their time', async () => {
  const { database } = await openFilled();
  const rows = await listRows(database);
  const target = openNew();
  const later = at + 31 * dayMs;
  await addSite(target.database, { id: 'bao', ...siteSettings.parse({ name: 'bao' }) }, actAt(at));
  await storeComment(target.database, { ...usual, id: 'z', site: 'bao', createdAt: at + dayMs });
  await cleanUp({ database: target.database, now: () => later + dayMs });
  await write(target.database, rows);
  expect(JSON.stringify(await listRows(target.database))).toContain('hoa@');
  await cleanUp({ database: target.database, now: () => later + dayMs });
  expect(JSON.stringify(await listRows(target.database))).not.toContain('hoa@');
});

test('an export shows one moment, whatever is written meanwhile', async () => {
  const { path, database } = await openFilled();
  const rows = await listRows(database);
  const reading = openDataDir(path);
  onTestFinished(() => reading.close());
  await holdStill(reading);
  const seen: MovedRow[] = [];
  for await (const row of exportRows(reading, undefined)) {
    if (seen.length === 0) await decide(database, 'meanwhile', {}, { c: 3 });
    seen.push(row);
  }
  expect(seen).toEqual(rows);
});

test('where the database cannot hold still, an export that somebody wrote into is of no use', async () => {
  const { database } = await openFilled();
  const rows = exportRows(database, undefined);
  await rows.next();
  await decide(database, 'meanwhile', {}, { c: 3 });
  const readOn = async () => {
    for await (const _ of rows);
  };
  await expect(readOn()).rejects.toThrow('somebody wrote to the database meanwhile');
});
