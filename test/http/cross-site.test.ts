import { expect, test } from 'vitest';
import { type Service, startService } from '../support/service.ts';

const paper = 'https://bao.example';
const evil = 'https://evil.example';

async function started(): Promise<Service> {
  const service = await startService();
  await service.setSite({ origins: [paper], captcha: 'off' });
  return service;
}

const form = { article: '/bai-viet', author: 'Hòa', body: 'Lời này không phải của tôi.' };

/** What a browser says of a form on a page of this origin that it posts to us. */
const foreign: [string, Record<string, string>][] = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: evil }],
  ['a neighbour of one domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.comments.test' }],
  ['the very page that embeds the frame', { 'sec-fetch-site': 'cross-site', origin: paper }],
  ['an older browser', { origin: evil }],
  ['a sandbox', { origin: 'null' }],
  ['no address at all', { origin: 'evil' }],
];

test.each(foreign)('a form of ours is not taken from a page elsewhere: %s', async (_, headers) => {
  const service = await started();
  const refused = await service.form('/embed/demo', form, { ...headers, 'accept-language': 'en' });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Yêu cầu này đến từ một trang khác');
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const queue = await service.json('GET', '/api/v1/queue', undefined, owner);
  expect(queue.body.counts.pending).toBe(0);
});

test.each(foreign)(
  'nobody withdraws, erases or appeals for an author from elsewhere: %s',
  async (_, headers) => {
    const service = await started();
    const { receipt } = (await service.send({ challenge: undefined })).body;
    for (const act of ['withdraw', 'erase', 'appeal']) {
      const refused = await service.form(`/receipts/${receipt}/${act}`, { text: 'Xin xem lại.' }, headers);
      expect([act, refused.status]).toEqual([act, 403]);
    }
    expect((await service.json('GET', `/api/v1/receipts/${receipt}`)).body.state).toBe('pending');
  },
);

const own: [string, Record<string, string>][] = [
  ['the frame itself', { 'sec-fetch-site': 'same-origin', origin: 'http://comments.test' }],
  ['the frame in an older browser', { origin: 'http://comments.test' }],
  ['a browser that says nothing', {}],
  ['another name of this server', { origin: 'http://192.168.1.9:8787', host: '192.168.1.9:8787' }],
];

test.each(own)('a form of ours is taken from %s', async (_, headers) => {
  const service = await started();
  expect((await service.form('/embed/demo', form, headers)).status).toBe(303);
});

test('scripts send from the pages of the site alone', async () => {
  const service = await started();
  const from = async (origin: string) =>
    (await service.send({ challenge: undefined }, { headers: { origin, 'sec-fetch-site': 'cross-site' } }))
      .status;
  expect([await from(paper), await from(evil)]).toEqual([202, 403]);
});

test('the desk at another name than PUBLIC_URL says which setting to look at, and so does the log', async () => {
  const service = await started();
  const headers = { origin: 'http://192.168.1.9:8787', host: '192.168.1.9:8787', accept: 'text/html' };
  const refused = await service.form('/moderation/session', { name: 'Lan', password: 'x' }, headers);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('PUBLIC_URL');
  expect(service.logged.filter((line) => line.includes('PUBLIC_URL'))).toHaveLength(1);
});
