import { expect, test } from 'vitest';
import { readSiteWords } from '../../../src/store/filter/site-words.ts';
import { type Service, startService } from '../../support/service.ts';

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', moderation: 'publish-clean' });
  return { service, owner: await service.addModerator('Chủ', { role: 'owner' }) };
}

const send = async (service: Service, body: string): Promise<string> =>
  (await service.send({ body, challenge: undefined })).body.state;

test('a word that the site adds holds comments, and one that it allows lets them pass', async () => {
  const { service, owner } = await newService();
  expect(await send(service, 'Món bún đậu mắm tôm này ngon tuyệt')).toBe('published');
  expect(await send(service, 'Cái thằng óc chó ấy nói gì vậy')).toBe('pending');
  const saved = await service.form(
    '/moderation/filter',
    { site: 'demo', held: 'mắm tôm\n', passed: 'ÓC CHÓ', do: 'save' },
    owner,
  );
  expect([saved.status, saved.headers.get('location')]).toEqual([
    303,
    '/moderation/filter?site=demo&saved=yes',
  ]);
  service.clock.now += 1000;
  expect(await send(service, 'Lại món bún đậu mắm tôm nữa rồi')).toBe('pending');
  const { body } = await service.json('GET', '/api/v1/queue?sort=newest&limit=1', undefined, owner);
  const [{ body: text, findings }] = body.comments;
  expect(text.slice(findings[0].start, findings[0].end)).toBe('mắm tôm');
  const page = await (await service.request('/moderation/filter', { headers: owner })).text();
  expect(page).toContain('mắm tôm</textarea>');
  expect(page).toContain('óc chó</textarea>');
});

test('a change is tried on past comments, and nothing is saved by that', async () => {
  const { service, owner } = await newService();
  await send(service, 'Món bún đậu mắm tôm này ngon tuyệt');
  await send(service, 'Tôi hoàn toàn đồng ý với bài báo');
  const tried = await service.form(
    '/moderation/filter',
    { site: 'demo', held: 'mắm tôm', passed: '', do: 'try' },
    owner,
  );
  const page = await tried.text();
  expect(tried.status).toBe(200);
  expect(page).toMatch(/Sẽ chuyển duyệt thêm: 1[\s\S]*bún đậu mắm tôm[\s\S]*Sẽ không phải duyệt nữa: 0/);
  expect(await send(service, 'Lại món bún đậu mắm tôm nữa rồi')).toBe('published');
});

test('only an owner saves words, and a word cannot be both', async () => {
  const { service, owner } = await newService();
  const lan = await service.addModerator('Lan');
  const form = (who: Record<string, string>, held: string, passed: string) =>
    service.form('/moderation/filter', { site: 'demo', held, passed, do: 'save' }, who);
  expect((await form(lan, 'a b', '')).status).toBe(403);
  expect((await form(owner, 'từ này', 'Từ Này')).status).toBe(422);
});

test('where a word cannot be taken, the page names it and keeps all that was typed', async () => {
  const { service, owner } = await newService();
  const long = 'x'.repeat(65);
  const refused = await service.form(
    '/moderation/filter',
    { site: 'demo', held: `Mắm Tôm\r\n${long}`, passed: 'bún đậu', do: 'save' },
    owner,
  );
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(page).toContain(`“${long}”: `);
  expect(page).toContain(`Mắm Tôm\n${long}</textarea>`);
  expect(page).toContain('bún đậu</textarea>');
});

test('words that objects have by themselves are words like others, kept and taken back', async () => {
  const { service, owner } = await newService();
  const words = ['__proto__', 'constructor', 'hasownproperty', 'tostring', 'valueof'];
  const save = (held: string) =>
    service.form('/moderation/filter', { site: 'demo', held, passed: '', do: 'save' }, owner);
  const kept = async () => (await readSiteWords(service.deps.database, 'demo')).held;
  await save(words.join('\n'));
  expect(await kept()).toEqual(words);
  const [{ id }] = (await service.json('GET', '/api/v1/acts?kind=words', undefined, owner)).body.acts;
  await service.json('DELETE', `/api/v1/acts/${id}`, undefined, owner);
  expect(await kept()).toEqual([]);
});

test('of two owners who change the words at once, neither takes back what the other did', async () => {
  const { service, owner } = await newService();
  const look = async () => {
    const page = await (await service.request('/moderation/filter', { headers: owner })).text();
    const [held, passed] = [...page.matchAll(/<textarea[^>]*>\n([^<]*)</g)].map(([, list = '']) => list);
    return { held, passed, shown: /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? '' };
  };
  const save = (fields: { held: string; passed: string; shown?: string }) =>
    service.form('/moderation/filter', { site: 'demo', ...fields, do: 'save' }, owner);
  await save({ held: 'một\nhai\nba', passed: '' });
  const { shown } = await look();
  await save({ held: 'một\nba\nbốn', passed: '', shown });
  await save({ held: 'một\nhai', passed: 'BA\nnăm', shown });
  expect(await look()).toMatchObject({ held: 'bốn\nmột', passed: 'ba\nnăm' });
  await save({ held: 'sáu', passed: '' });
  expect(await look()).toMatchObject({ held: 'sáu', passed: '' });
});
