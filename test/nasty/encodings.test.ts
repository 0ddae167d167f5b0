import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { decodeUtf8, isPercentUtf8 } from '../../src/language/utf8.ts';
import { countRows, expectCalm, expectNone, openService } from './answers.ts';

/** Bytes that are no UTF-8, as they stand in the middle of a text. */
const wrongBytes: Readonly<Record<string, readonly number[]>> = {
  'Latin-1': [0xea],
  'Windows-1258': [0x54, 0x69, 0xea, 0xec, 0x6e, 0x67],
  'half a character': [0xe1, 0xba],
  'a rest of one': [0xbf],
  'longer than need be': [0xc0, 0xaf],
  'half of a surrogate pair': [0xed, 0xa0, 0x80],
  'past the last character': [0xf4, 0x90, 0x80, 0x80],
  'five bytes': [0xf8, 0x88, 0x80, 0x80, 0x80],
  'UTF-16': [0xff, 0xfe, 0x41, 0x00],
};
const encoded = (bytes: readonly number[]) =>
  bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const comment = (body: Uint8Array) =>
  Buffer.concat([
    Buffer.from('{"article":{"key":"/bai"},"author":"Hòa","body":"Ti'),
    body,
    Buffer.from('ng"}'),
  ]);

test('bytes that are no UTF-8 are refused in every body, and stored as nothing else', async () => {
  const { service, ask, owner } = await openService();
  const before = await countRows(service);
  const wrong: unknown[] = [];
  for (const [name, bytes] of Object.entries(wrongBytes)) {
    const json = comment(Buffer.from(bytes));
    const form = (field: string) =>
      Buffer.concat([
        Buffer.from(`article=/bai&author=Hoa&body=ti${field}`),
        Buffer.from(field ? [] : bytes),
      ]);
    const bodies: readonly (readonly [path: string, type: string, body: Uint8Array])[] = [
      ['/api/v1/sites/demo/comments', 'application/json', json],
      ['/api/v1/session', 'application/json', json],
      ['/api/v1/decisions', 'application/json; charset=utf-8', json],
      ['/embed/demo', 'application/x-www-form-urlencoded', form('')],
      ['/embed/demo', 'application/x-www-form-urlencoded', form(encoded(bytes))],
      ['/moderation/sites/demo', 'application/x-www-form-urlencoded;charset=UTF-8', form(encoded(bytes))],
    ];
    for (const [path, type, body] of bodies) {
      const headers = { ...owner, 'content-type': type };
      const { status } = await ask(path, { method: 'POST', headers, body: new Uint8Array(body) });
      if (status !== 400) wrong.push([name, path, type, status]);
    }
  }
  expectNone(wrong);
  expect(await countRows(service)).toEqual(before);
  expectCalm(service);
});

test('bytes that are no UTF-8 are refused in every part of an address', async () => {
  const { ask, owner } = await openService();
  const wrong: unknown[] = [];
  for (const [name, bytes] of Object.entries(wrongBytes))
    for (const path of [
      `/embed/demo?article=/b${encoded(bytes)}i`,
      `/embed/demo?article=/bai&${encoded(bytes)}=1`,
      `/api/v1/sites/demo/comments?article=%2Fb${encoded(bytes).toUpperCase()}i`,
      `/api/v1/queue?q=${encoded(bytes)}`,
      `/moderation?q=%E1%BA%BF${encoded(bytes)}`,
      `/moderation/comments/${encoded(bytes)}`,
      `/${encoded(bytes)}`,
    ]) {
      const { status } = await ask(path, { headers: owner });
      if (status !== 400) wrong.push([name, path, status]);
    }
  expectNone(wrong);
});

test('another charset is refused, however it is written, and UTF-8 taken, however it is written', async () => {
  const { ask } = await openService();
  const send = async (type: string, path = '/api/v1/sites/demo/comments', body = comment(Buffer.from('ế'))) =>
    (await ask(path, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) }))
      .status;
  for (const charset of ['iso-8859-1', '"windows-1258"', 'UTF-16', 'us-ascii', 'utf-7', 'VISCII'])
    expect([charset, await send(`application/json; charset=${charset}`)]).toEqual([charset, 415]);
  const form = 'application/x-www-form-urlencoded; charset=windows-1252';
  expect(await send(form, '/embed/demo', Buffer.from('article=/bai'))).toBe(415);
  for (const [index, charset] of ['utf-8', 'UTF-8', '"utf-8"', 'utf8'].entries()) {
    const body = comment(Buffer.from(`ế số ${index} `));
    expect([charset, await send(`application/json;charset=${charset}`, undefined, body)]).toEqual([
      charset,
      202,
    ]);
  }
});

test('what is UTF-8 comes through as it was written, with signs of percent that stand for themselves', async () => {
  const { service, form, ask } = await openService();
  const typed = { article: '/bài-100%', author: 'Hòa', body: 'Giảm 50% cho ai đọc ế ềđ 😀 %zz %', key: 'k1' };
  expect((await form('/embed/demo', typed)).status).toBe(303);
  expect(await service.published('/bài-100%')).toEqual([typed.body]);
  expect((await ask('/embed/demo?article=/b%C3%A0i-100%')).status).toBe(200);
});

test('a text is decoded whole or not at all', () => {
  for (const text of ['', 'Tiếng Việt', '😀', '\u0000', 'a%b%E1%BA%BFc%zz%', '%25E9'])
    expect([decodeUtf8(Buffer.from(text)), isPercentUtf8(text)]).toEqual([text, true]);
  for (const bytes of Object.values(wrongBytes))
    expect([decodeUtf8(Buffer.from(bytes)), isPercentUtf8(`a${encoded(bytes)}`)]).toEqual([undefined, false]);
});
