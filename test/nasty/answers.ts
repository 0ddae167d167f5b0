import { sql } from 'kysely';
import { expect } from 'vitest';
import { z } from 'zod';
import { build } from '../../src/store/database.ts';
import { type Service, startService } from '../support/service.ts';
import { seed } from './dice.ts';

export const json = { 'content-type': 'application/json' };

/** An answer with its body read. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** What a refusal names. */
  fields: string[];
}

const refusal = z.object({
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  errors: z.array(z.object({ field: z.string(), message: z.string().min(1) })).default([]),
});

/** Reads an answer; throws where it is not one that a person or a program may be given. */
export async function read(asked: string, response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  const answer = { status, headers, text, fields: [] as string[] };
  if (status >= 500) throw new Error(`${asked}: ${status} ${text}`);
  if (status < 400 || !headers.get('content-type')?.includes('json')) return answer;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return answer;
  const problem = refusal.parse(JSON.parse(text));
  if (problem.status !== status) throw new Error(`${asked}: ${status} with ${text}`);
  return { ...answer, fields: problem.errors.map(({ field }) => field) };
}

/** A service where neither captcha nor rate stands in the way, and an owner of it. */
export async function openService(settings: Parameters<Service['setSite']>[0] = {}) {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean', ...settings });
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const ask = async (path: string, init: RequestInit = {}) =>
    read(
      `${init.method ?? 'GET'} ${path.slice(0, 300)} ${String(init.body ?? '').slice(0, 300)}`,
      await service.request(path, init),
    );
  return {
    service,
    owner,
    ask,
    /** A GET with these parameters; what cannot stand in an address is replaced as a browser does. */
    get: (path: string, query: Record<string, string>, headers: Record<string, string> = {}) =>
      ask(`${path}?${new URLSearchParams(query)}`, { headers }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
      ask(path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    form: async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
      read(`POST ${path} ${JSON.stringify(fields).slice(0, 300)}`, await service.form(path, fields, headers)),
  };
}

export type Open = Awaited<ReturnType<typeof openService>>;

const tables = [
  'sites',
  'articles',
  'comments',
  'findings',
  'used_challenges',
  'idempotency_keys',
  'moderators',
  'decided_comments',
  'edits',
  'reports',
  'blocks',
  'claims',
  'site_words',
  'credentials',
] as const;

/** How many rows each table has: the same before and after whatever was refused. */
export async function countRows({ deps }: Service): Promise<Record<string, number>> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const [row] = await deps.database.query(
    sql<{ counts: string }>`select json_array(${sql.join(counts)}) as counts`.compile(build),
  );
  const counted: number[] = JSON.parse(row?.counts ?? '[]');
  return Object.fromEntries(tables.map((table, index) => [table, counted[index] ?? -1]));
}

/** Nothing failed behind a polite answer, and nothing was added to what all objects share. */
export function expectCalm({ logged }: Service): void {
  expect(logged.filter((line) => line.startsWith('{"level":"error"'))).toEqual([]);
  const shared = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
  expect(shared.flatMap((one) => Object.keys(one))).toEqual([]);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
}

/** What a text is stored and shown as: composed, with lines ended by one character, without empty lines around it. */
export function asStored(text: string): string {
  const lines = text
    .replace(/\r\n|\r/g, '\n')
    .normalize('NFC')
    .trimEnd()
    .split('\n');
  return lines.slice(lines.findIndex((line) => line.trim() !== '')).join('\n');
}

/** A text as a page carries it. */
export function escaped(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

/** That nothing went wrong; else the first of it, and how to see it again. */
export function expectNone(wrong: readonly unknown[]): void {
  expect(
    wrong.slice(0, 20).map((one) => JSON.stringify(one)),
    `NASTY_SEED=${seed}`,
  ).toEqual([]);
}
