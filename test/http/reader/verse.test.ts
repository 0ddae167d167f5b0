import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

const verse = '    Thân em như chẽn lúa đòng đòng\n  Phất phơ\n\n\tdưới ngọn nắng hồng ban mai';
const shown = verse.replaceAll('\n', '<br>');
const sent = ` \r\n\n${verse.replaceAll('\n', '\r\n')}  \n \n`;

test('how far lines are set in is kept from sending to everyone who reads them', async () => {
  const service = await startService();
  await service.setSite({ moderation: 'hold-all' });
  const lan = await service.addModerator();
  const { id, receipt } = (await service.send({ body: sent })).body;
  const queue = async () => (await service.json('GET', '/api/v1/queue', undefined, lan)).body.comments[0];
  const page = async (path: string, headers = {}) => (await service.request(path, { headers })).text();
  const words = `<p class="typed" dir="auto">${shown}</p>`;
  expect((await queue()).body).toBe(verse);
  expect(await page('/moderation', lan)).toContain(`<p class="body typed" dir="auto">${shown}</p>`);
  expect(await page(`/moderation/comments/${id}`, lan)).toContain(`>\n${verse}</textarea>`);
  expect(await page(`/receipts/${receipt}`)).toContain(words);

  const change = { version: 1, author: 'Minh', body: `\n  Sửa\n${verse}` };
  expect((await service.json('PATCH', `/api/v1/comments/${id}`, change, lan)).status).toBe(204);
  expect((await queue()).body).toBe(`  Sửa\n${verse}`);
  expect((await service.json('GET', `/api/v1/receipts/${receipt}`)).body.edited).toEqual({
    body: `  Sửa\n${verse}`,
    original: verse,
  });
  const decided = { action: 'publish', comments: [{ id, version: 2 }] };
  expect((await service.json('POST', '/api/v1/decisions', decided, lan)).status).toBe(201);
  expect(await service.published()).toEqual([`  Sửa\n${verse}`]);
  expect(await page('/embed/demo?article=/bai-viet')).toContain(`<p class="typed">  Sửa<br>${shown}</p>`);

  await service.send({ parentId: id, body: 'Thơ hay quá.' });
  expect(await page('/moderation', lan)).toContain(`<p class="typed" dir="auto">  Sửa<br>${shown}</p>`);
});

test('a comment that differs only in how far it is set in still repeats the other', async () => {
  const service = await startService();
  const lan = await service.addModerator();
  await service.send({ body: verse });
  service.clock.now += 1000;
  await service.send({ body: verse.trim() });
  const { comments } = (await service.json('GET', '/api/v1/queue', undefined, lan)).body;
  expect(
    comments.map(({ findings }: { findings: { rule: string }[] }) =>
      findings.some(({ rule }) => rule === 'repeats'),
    ),
  ).toEqual([false, true]);
});

test('a mistake gives the lines back as they were set in', async () => {
  const service = await startService();
  const refused = await service.form('/embed/demo', { article: '/bai-viet', author: '', body: verse });
  expect(await refused.text()).toContain(`>\n${verse}</textarea>`);
});
