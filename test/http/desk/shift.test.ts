import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../../src/store/database.ts';
import { addAccount } from '../../support/accounts.ts';
import { readWeb } from '../../support/log.ts';
import { type Service, startService } from '../../support/service.ts';
import { type Done, kindsDone, Office } from './office.ts';

type Headers = Record<string, string>;

interface Listed {
  id: string;
  kind: string;
  by: string | null;
  access: string | null;
  mayUndo: boolean;
  undoes: string | null;
}

async function listAll(service: Service, who: Headers, query = ''): Promise<Listed[]> {
  const acts: Listed[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const on: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await service.json('GET', `/api/v1/acts?limit=100${query}${on}`, undefined, who);
    acts.push(...body.acts);
    cursor = body.nextCursor;
  }
  return acts;
}

/** What readers and moderators have of it all, but for what newsroom replies that were taken back leave behind. */
async function standing({ deps }: Service) {
  const read = (query: ReturnType<typeof sql>) => deps.database.query(query.compile(build));
  return {
    comments: await read(sql`select comments.id, state, author, body, picked_at, key as article from comments
      join articles on articles.id = article_id where badge is not 'newsroom' and body <> '' order by comments.id`),
    published: await read(sql`select count(*) as count from comments where state = 'published'`),
    sites: await read(sql`select name, likes, max_length, reject_reasons, moderation from sites order by id`),
    words: await read(sql`select word, effect from site_words order by word`),
    blocks: await read(sql`select * from blocks`),
    notes: await read(sql`select text from sender_notes`),
    holds: await read(sql`select sender from sender_holds where released_by is null`),
    views: await read(sql`select name from views`),
    accounts: await read(sql`select name, role, all_sites,
        (select group_concat(site_id) from moderator_sites where moderator_id = moderators.id) as own,
        (select count(*) from second_factors where moderator_id = moderators.id) as factors,
        (select count(*) from credentials where moderator_id = moderators.id and kind = 'token') as tokens
      from moderators where disabled_at is null order by name`),
    articles: await read(sql`select key, open, said_title, moderation from articles
      where exists (select 1 from comments where article_id = articles.id) order by key`),
  };
}

/** One round of a shift; what each did is noted as it is done. */
class Shift {
  readonly done: Done[] = [];
  private readonly service: Service;
  private readonly people: Record<'Lan' | 'Minh' | 'Chủ', Headers>;

  constructor(service: Service, people: Shift['people']) {
    this.service = service;
    this.people = people;
  }

  async does(who: keyof Shift['people'], kind: string, path: string, body?: unknown, method = 'POST') {
    this.service.clock.now += 1000;
    const answer = await this.service.json(method, path, body, this.people[who]);
    expect([kind, path, answer.status < 300]).toEqual([kind, path, true]);
    this.done.push([kind, who, 'token']);
    return answer.body;
  }

  async sends(who: keyof Shift['people'], kind: string, path: string, form: Record<string, string>) {
    this.service.clock.now += 1000;
    const answer = await this.service.form(path, form, this.people[who]);
    expect([kind, path, answer.status]).toEqual([kind, path, 303]);
    this.done.push([kind, who, 'token']);
  }

  decides(who: 'Lan' | 'Minh', action: string, id: string, version: number, more = {}) {
    const body = { action, comments: [{ id, version }], ...more };
    return this.does(who, action, '/api/v1/decisions', body);
  }
}

async function round(shift: Shift, number: number, ids: readonly string[]) {
  for (const [index, id] of ids.slice(0, 7).entries())
    await shift.decides(index % 2 ? 'Minh' : 'Lan', 'publish', id, 1);
  const [one = '', two = '', three = '', four = ''] = ids;
  const [eight = '', nine = '', ten = ''] = ids.slice(7);
  for (const id of [one, two, three, four])
    await shift.does('Lan', 'pick', `/api/v1/comments/${id}/pick`, undefined, 'PUT');
  for (const id of [one, two])
    await shift.does('Minh', 'unpick', `/api/v1/comments/${id}/pick`, undefined, 'DELETE');
  for (const id of [one, two, three, four])
    await shift.does('Minh', 'reply', `/api/v1/comments/${id}/replies`, {
      body: `Cảm ơn bạn, lần ${number}.`,
    });
  await shift.decides('Lan', 'reject', eight, 1, { reason: 'Quảng cáo', note: 'Xem lại' });
  await shift.decides('Minh', 'reject', nine, 1);
  await shift.decides('Lan', 'spam', ten, 1);
  const settings = {
    name: `Báo ${number}`,
    likes: number % 2 ? 'off' : 'on',
    'max-length': String(1000 + number),
  };
  await shift.sends('Chủ', 'site-set', '/moderation/sites/demo', settings);
  await shift.sends('Chủ', 'site-set', '/moderation/sites/demo', { ...settings, name: `Tin ${number}` });
  const words = (held: string, passed: string) => ({ site: 'demo', held, passed, do: 'save' });
  await shift.sends('Chủ', 'words', '/moderation/filter', words(`cấm ${number}`, ''));
  await shift.sends('Chủ', 'words', '/moderation/filter', words('', `cấm ${number}`));
  const moves = { moves: [{ from: `/bai-${number}`, to: `/moi-${number}` }] };
  await shift.does('Chủ', 'move', '/api/v1/sites/demo/articles/moves', moves);
  const closed = { key: `/moi-${number}`, open: false, title: `Bài ${number}` };
  await shift.does('Chủ', 'article-set', '/api/v1/sites/demo/articles', closed, 'PUT');
  await shift.sends('Lan', 'block', `/moderation/comments/${three}/block`, { hours: '24' });
  await shift.sends('Minh', 'unblock', `/moderation/comments/${three}/block`, { hours: '0' });
  const note = { note: 'Hay gửi quảng cáo' };
  await shift.sends('Lan', 'sender-note', `/moderation/comments/${three}/notes`, note);
  await shift.sends('Lan', 'sender-hold', `/moderation/comments/${three}/hold`, { do: 'hold', reason: '' });
  await shift.sends('Minh', 'sender-release', `/moderation/comments/${three}/hold`, {
    do: 'release',
    reason: '',
  });
}

/** An edit is no act that is taken back: the words are put back by another. */
async function edits(shift: Shift, id: string, body: string) {
  const words = { author: 'Nguyễn Thị Hòa', body };
  await shift.does('Lan', 'edit', `/api/v1/comments/${id}`, { version: 1, ...words, body: 'Sửa.' }, 'PATCH');
  await shift.does('Minh', 'edit', `/api/v1/comments/${id}`, { version: 2, ...words }, 'PATCH');
  const decision = await shift.decides('Minh', 'spam', id, 3);
  await shift.does('Minh', 'undo', `/api/v1/decisions/${decision.id}`, undefined, 'DELETE');
}

async function tellsOutside(shift: Shift, { deps }: Service) {
  const hooks = '/api/v1/sites/demo/webhooks';
  const asked = { url: 'https://hooks.example.com/binh-luan', kind: 'standard' };
  const { id } = await shift.does('Chủ', 'webhook-add', hooks, asked);
  const one = `${hooks}/${id}`;
  await shift.does('Chủ', 'webhook-secret', `${one}/secret`);
  await shift.does('Chủ', 'webhook-test', `${one}/test`);
  await deps.database.query(sql`update deliveries set status = 'failed'`.compile(build));
  await shift.does('Chủ', 'webhook-resend', `${one}/deliveries/resend`);
  await shift.does('Chủ', 'webhook-pause', one, { paused: true }, 'PATCH');
  await shift.does('Chủ', 'webhook-resume', one, { paused: false }, 'PATCH');
  await shift.does('Chủ', 'webhook-end', one, undefined, 'DELETE');
}

test('a shift of two moderators and an owner is in the log, all of it, in order, and is taken back to where it began', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  await service.addSite('bao', { origins: ['https://bao.example'] });
  await addAccount(service, 'Bà Chủ', 'owner');
  const people = {
    Lan: await service.addModerator('Lan', { sites: ['demo'] }),
    Minh: await service.addModerator('Minh', { sites: ['demo'] }),
    Chủ: await service.addModerator('Chủ', { role: 'owner' }),
  };
  const rounds: string[][] = [];
  for (let number = 1; number <= 8; number += 1) {
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) {
      service.clock.now += 1000;
      const sent = await service.send({
        challenge: undefined,
        article: { key: `/bai-${number}` },
        body: `Ý kiến ${number}.${count} về bài viết.`,
      });
      ids.push(sent.body.id);
    }
    rounds.push(ids);
  }
  service.clock.now += 1000;
  const edited = { challenge: undefined, article: { key: '/sua' }, body: 'Lời đầu.' };
  const { id } = (await service.send(edited)).body;
  const rejected = (await service.send({ ...edited, body: 'Lời khác.' })).body.id;
  const earlier = { action: 'reject', comments: [{ id: rejected, version: 1 }] };
  await service.json('POST', '/api/v1/decisions', earlier, people.Lan);
  const before = await standing(service);
  const begun = service.clock.now;
  const shift = new Shift(service, people);
  for (const [index, ids] of rounds.entries()) await round(shift, index + 1, ids);
  await edits(shift, id, 'Lời đầu.');
  await shift.decides('Lan', 'restore', rejected, 2);
  await tellsOutside(shift, service);
  const office = new Office(service);
  await office.work();
  const done = [...shift.done, ...office.done];
  expect(done.length).toBeGreaterThanOrEqual(200);

  const from = `&from=${new Date(begun + 1).toISOString()}`;
  const listed = await listAll(service, people.Chủ, from);
  expect(listed.map(({ kind, by, access }) => [kind, by, access]).reverse()).toEqual(done);
  const mayImport = done.some(([kind]) => kind === 'import');
  const missing = kindsDone.filter((kind) => !done.some(([one]) => one === kind));
  expect(missing).toEqual(mayImport ? [] : ['import']);
  const lines = await readWeb(service, `/moderation/log.jsonl?${from.slice(1)}`, people.Chủ);
  expect(lines.trim().split('\n').length).toBe(listed.length + 1);

  const undone: string[] = [];
  for (const act of listed) {
    if (!act.mayUndo) continue;
    service.clock.now += 1000;
    const answer = await service.json('DELETE', `/api/v1/acts/${act.id}`, undefined, people.Chủ);
    expect([act.kind, answer.status, answer.body]).toEqual([act.kind, 200, { id: expect.any(String) }]);
    undone.push(act.id);
  }
  expect(undone).toEqual(listed.filter(({ mayUndo }) => mayUndo).map((act) => act.id));
  expect(undone.length).toBeGreaterThanOrEqual(200);
  expect(await standing(service)).toEqual(before);
  const after = await listAll(service, people.Chủ, from);
  const undoing = after.filter(({ undoes }) => undoes !== null).slice(0, undone.length);
  expect(undoing.map(({ undoes }) => undoes).reverse()).toEqual(undone);
});
