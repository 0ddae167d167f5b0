import { expect, test } from 'vitest';
import { poster } from '../../src/notices/channels/post.ts';
import { carry } from '../../src/notices/courier.ts';
import { startReceiver } from '../support/receiver.ts';
import { startService } from '../support/service.ts';

const path = '/moderation/sites/demo/channels';

async function open() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off' });
  const owner = await service.addModerator('Hà', { role: 'owner', sites: ['demo'] });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  const receiver = await startReceiver();
  const page = async (address: string) =>
    (await service.request(address, { headers: { ...owner, accept: 'text/html' } })).text();
  const world = { ...service.deps, post: poster({ loopback: true }) };
  const tellAll = async () => {
    while (await carry(world));
  };
  return { service, owner, lan, receiver, page, tellAll };
}

test('an owner adds a webhook, reads its secret once, tests it, pauses it and removes it', async () => {
  const { service, owner, receiver, page, tellAll } = await open();
  const form = { kind: 'standard', url: `${receiver.url}/hook`, event: 'comment.held' };
  const added = await (await service.form(path, form, owner)).text();
  const [, id = ''] = /id="c-(\w+)"/.exec(added) ?? [];
  expect(added).toMatch(/value="whsec_[\w+/]+=*"/);
  expect(await page(path)).not.toContain('whsec_');
  const tested = await service.form(`${path}/${id}`, { do: 'test' }, owner);
  expect(tested.headers.get('location')).toBe(`${path}/${id}`);
  await tellAll();
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test']);
  expect(await page(`${path}/${id}`)).toContain('đã đến');
  await service.form(`${path}/${id}`, { do: 'pause' }, owner);
  await service.send();
  await tellAll();
  expect(receiver.received).toHaveLength(1);
  expect(await page(path)).toContain('1 tin đang chờ');
  await service.form(`${path}/${id}`, { do: 'resume' }, owner);
  await tellAll();
  expect(receiver.received).toHaveLength(2);
  await service.form(`${path}/${id}`, { do: 'remove' }, owner);
  expect(await page(path)).toContain('Chưa có kênh nào.');
  const { body } = await service.json('GET', '/api/v1/acts?limit=20', undefined, owner);
  const kinds = body.acts.map(({ kind }: { kind: string }) => kind);
  expect(kinds.filter((kind: string) => kind.startsWith('webhook')).toSorted()).toEqual([
    ...['webhook-add', 'webhook-end', 'webhook-pause', 'webhook-resume', 'webhook-test'],
  ]);
});

test('what failed is sent again from its page', async () => {
  const { service, owner, receiver, page, tellAll } = await open();
  await service.form(path, { kind: 'standard', url: receiver.url, event: 'comment.held' }, owner);
  const [, id = ''] = /id="c-(\w+)"/.exec(await page(path)) ?? [];
  receiver.answer = (_, response) => void response.writeHead(500).end();
  await service.send();
  for (let hour = 0; hour < 30; hour += 1) {
    await tellAll();
    service.clock.now += 3_600_000;
  }
  const shown = await page(`${path}/${id}`);
  expect(shown).toContain('không gửi được');
  const [, delivery = ''] = /name="delivery" value="(\w+)"/.exec(shown) ?? [];
  receiver.answer = (_, response) => void response.writeHead(200).end();
  await service.form(`${path}/${id}`, { do: 'resend', delivery }, owner);
  await tellAll();
  expect(await page(`${path}/${id}`)).toContain('đã đến');
});

test('a wrong address comes back with what was typed and a sentence beside it', async () => {
  const { service, owner } = await open();
  const url = 'https://169.254.169.254/latest';
  const refused = await service.form(path, { kind: 'slack', url, event: 'comment.appealed' }, owner);
  const shown = await refused.text();
  expect(refused.status).toBe(422);
  expect(shown).toContain(`value="${url}"`);
  expect(shown).toContain('Địa chỉ phải bắt đầu bằng https://');
  expect(shown).toMatch(/value="comment.appealed" checked/);
  expect(shown).not.toMatch(/value="comment.held" checked/);
});

test('channels are for owners of the site alone', async () => {
  const { service, lan } = await open();
  await service.addSite('khac');
  const other = await service.addModerator('Ngọc', { role: 'owner', sites: ['khac'] });
  const hooks = '/api/v1/sites/demo/webhooks';
  const given = { url: 'https://hooks.example.com/', kind: 'slack' };
  const statuses = [];
  for (const who of [lan, other])
    statuses.push(
      (await service.request(path, { headers: who })).status,
      (await service.form(path, given, who)).status,
      (await service.json('GET', hooks, undefined, who)).status,
      (await service.json('POST', hooks, given, who)).status,
    );
  expect(statuses).toEqual([403, 403, 403, 403, 404, 404, 404, 404]);
});
