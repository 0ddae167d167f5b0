import { expect } from 'vitest';
import { alike } from '../../src/language/typed.ts';
import type { ServiceProcess } from '../support/process.ts';
import { scripts } from './scripts.ts';

/** A service, and a token of an owner of it. */
export interface Desk {
  service: ServiceProcess;
  token: string;
}

export interface Sent {
  id: string;
  receipt: string;
}

async function ask({ service, token }: Desk, method: string, path: string, body: object) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(service.url + path, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  expect([path, text, answer.ok]).toEqual([path, text, true]);
  return text && JSON.parse(text);
}

export async function postForm(
  { service, token }: Desk,
  path: string,
  fields: Record<string, string>,
): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(service.url + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return answer.status;
}

export const authorOf = (script: string) => script.slice(0, 80).replace(/\s+/g, ' ').normalize('NFC').trim();
/** The script, and what tells it from others that have the same letters. */
export const bodyOf = (script: string, index: number, where: 'riêng' | 'chung' | 'sửa') =>
  `${script} (${where} ${index})`;
const wordsOf = (...given: Parameters<typeof bodyOf>) => ({
  author: authorOf(given[0]),
  body: bodyOf(...given),
});

/** Every script in every place that keeps what somebody typed. */
export async function plant(desk: Desk): Promise<Sent[]> {
  const received: Sent[] = [];
  for (const [index, script] of scripts.entries()) {
    const url = `https://bao.example/${encodeURI(script)}'"><x`;
    const article = { key: `/${index}/${script}`, title: script, url };
    received.push(
      await ask(desk, 'POST', '/api/v1/sites/demo/comments', { article, ...wordsOf(script, index, 'riêng') }),
    );
    received.push(
      await ask(desk, 'POST', '/api/v1/sites/demo/comments', {
        article: { key: '/chung' },
        ...wordsOf(script, index, 'chung'),
      }),
    );
  }
  const [edited, rejected] = [received.slice(0, 20), received.slice(20, 40)];
  for (const [index, { id }] of edited.entries()) {
    await ask(desk, 'PATCH', `/api/v1/comments/${id}`, {
      version: 1,
      ...wordsOf(scripts[index + 50] ?? '', index, 'sửa'),
    });
  }
  for (const [index, { id, receipt }] of rejected.entries()) {
    const said = scripts[index * 5] ?? '';
    await ask(desk, 'POST', '/api/v1/decisions', {
      action: 'reject',
      comments: [{ id, version: 1 }],
      reason: said,
      note: said,
    });
    if (index % 2) await ask(desk, 'POST', `/api/v1/receipts/${receipt}/appeals`, { text: said });
  }
  const others = received.slice(40).map(({ id }) => ({ id, version: 1 }));
  await ask(desk, 'POST', '/api/v1/decisions', { action: 'publish', comments: others, note: scripts[0] });
  for (const [index, { id }] of others.entries()) {
    if (index % 2)
      await ask(desk, 'POST', `/api/v1/sites/demo/comments/${id}/reports`, {
        reason: 'other',
        details: scripts[(index - 1) / 2],
      });
  }
  const short = scripts.filter((script) => script.length <= 64 && !/\p{Cc}/u.test(script));
  expect(
    await postForm(desk, '/moderation/filter', {
      site: 'demo',
      held: short.join('\n'),
      passed: '',
      do: 'save',
    }),
  ).toBe(303);
  const names = [...new Map(short.map((script) => [alike(script), script])).values()];
  for (const name of names.slice(0, 12)) {
    expect(
      await postForm(desk, '/moderation/moderators', { name, role: 'moderator', everywhere: 'yes' }),
    ).toBe(200);
  }
  return received;
}
