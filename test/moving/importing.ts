import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bringIn } from '../../src/moving/bring-in.ts';
import type { FormatName } from '../../src/moving/formats/formats.ts';
import type { Plan } from '../../src/moving/plan.ts';
import { type SiteSettings, siteSettings } from '../../src/sites/site.ts';
import type { Database } from '../../src/store/database.ts';
import { checkDatabase } from '../../src/store/files/checks.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { exportRows, type MovedRow } from '../../src/store/moved/export.ts';
import { addSite } from '../../src/store/sites.ts';
import { actAt } from '../support/acts.ts';
import { newFolder } from '../support/new-folder.ts';

export const at = Date.UTC(2026, 10, 27);
export const pathOf = (name: string) => new URL(`samples/${name}`, import.meta.url).pathname;

/** A publication that waits for its history, and keeps e-mail addresses for long. */
export async function openSite(settings: Partial<SiteSettings> = {}) {
  const path = newFolder();
  const database = openDataDir(path);
  onTestFinished(() => database.close());
  const site = {
    id: 'bao',
    ...siteSettings.parse({
      name: 'Báo',
      origins: ['https://bao.example'],
      'article-query': ['p'],
      'retention-days': 3650,
      ...settings,
    }),
  };
  await addSite(database, site, actAt(at));
  return { path, database, site };
}

export type Opened = Awaited<ReturnType<typeof openSite>>;

/** Brings a file in; what is said of it. */
export async function bring(
  { database, site }: { database: Database; site: Plan['site'] },
  format: FormatName,
  path: string,
  given: Partial<Plan> = {},
  now = at,
) {
  const leftOut: object[] = [];
  const told = await bringIn(
    { database, now: () => now, random: randomBytes, isServed: () => true },
    {
      ...{ path, file: basename(path), format, site, zone: 7 * 60, origins: [] },
      ...{ withoutSpam: false, learn: false, dryRun: false, ...given },
    },
    { read: () => undefined, written: () => undefined, leftOut: (row) => leftOut.push(row) },
  );
  return { ...told, leftOut };
}

export async function listRows(database: Database): Promise<MovedRow[]> {
  return Array.fromAsync(exportRows(database, undefined));
}

/** What is wrong with a database. */
export function faults(path: string): string[] {
  const said: string[] = [];
  checkDatabase(path, ({ name, fault }) => fault && said.push(`${name}: ${fault}`));
  return said;
}

interface Post {
  id: string;
  thread?: string;
  parent?: string;
  message?: string;
  name?: string;
  email?: string;
  minute?: number;
  deleted?: boolean;
  spam?: boolean;
}

interface Thread {
  id: string;
  link: string;
  title?: string;
  closed?: boolean;
}

/** A file that Disqus exported. */
export function disqusFile(threads: readonly Thread[], posts: readonly Post[], name = 'disqus.xml'): string {
  const path = join(newFolder(), name);
  const all = [...threads.map(threadXml), ...posts.map(postXml)].join('\n');
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
${all}
</disqus>`,
  );
  return path;
}

function threadXml({ id, link, title = 'Tin', closed = false }: Thread): string {
  return `<thread dsq:id="${id}"><id/><link>${link.replaceAll('&', '&amp;')}</link><title>${title}</title><isClosed>${closed}</isClosed><isDeleted>false</isDeleted></thread>`;
}

function postXml({
  id,
  thread = '1',
  parent,
  message = `Lời ${id}`,
  name = 'An',
  email,
  ...post
}: Post): string {
  const time = new Date(Date.UTC(2024, 4, 1, 0, post.minute ?? Number(id))).toISOString();
  return `<post dsq:id="${id}"><message><![CDATA[<p>${message}</p>]]></message><createdAt>${time}</createdAt><isDeleted>${post.deleted ?? false}</isDeleted><isSpam>${post.spam ?? false}</isSpam><author><name>${name}</name>${email ? `<email>${email}</email>` : ''}</author><thread dsq:id="${thread}"/>${parent ? `<parent dsq:id="${parent}"/>` : ''}</post>`;
}
