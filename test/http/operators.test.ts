import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import '../../src/service/courier.ts';
import { measureProcess } from '../../src/service/numbers.ts';
import { type Service, startService } from '../support/service.ts';

const token = 'mã của người vận hành, rất dài'.normalize('NFD').replace(/[^a-z]/g, '');
const bearer = { authorization: `Bearer ${token}` };
const root = new URL('../..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

// Files share what they import: no other is to be told of the process.
afterAll(measureProcess());

async function open() {
  const service = await startService({ publicUrl: 'https://comments.test', metrics: { token } });
  await service.setSite({ captcha: 'picture' });
  return service;
}

async function textOf(service: Service, headers: Record<string, string> = bearer): Promise<string> {
  return (await service.request('/metrics', { headers })).text();
}

/** The samples of a family that are more than nothing, by their labels. */
function samples(text: string, family: string): Record<string, number> {
  const lines = text.matchAll(new RegExp(`^${family}(?:\\{(.*)\\})? (\\S+)$`, 'gm'));
  const all = [...lines].map(([, labels = '', value]) => [labels, Number(value)] as const);
  return Object.fromEntries(all.filter(([, value]) => value > 0));
}

const familiesOf = (text: string) => [...text.matchAll(/^# TYPE (\w+) \w+$/gm)].map(([, name = '']) => name);

/** The families that an expression of PromQL asks for. */
function asked(text: string): string[] {
  const names = [...text.matchAll(/\b(?:binh_luan|process|nodejs)_\w+/g)].map(([name]) => name);
  return [...new Set(names.map((name) => name.replace(/_(bucket|sum|count)$/, '')))];
}

test('numbers are told to whoever has the token, and to nobody else', async () => {
  const service = await open();
  for (const authorization of [
    '',
    'Bearer',
    `Bearer ${token}x`,
    token,
    `Basic ${token}`,
    `bearer ${token}`,
  ]) {
    const answer = await service.request('/metrics', { headers: authorization ? { authorization } : {} });
    const isTold = (await answer.text()).includes('binh_luan_');
    expect([authorization, answer.status, isTold]).toEqual([authorization, 401, false]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  }
  expect(familiesOf(await textOf(service))).toContain('binh_luan_findings_total');
});

test('without a token a service for the public tells strangers nothing of a site, a rule or a limit', async () => {
  const families = async (publicUrl: string) =>
    familiesOf(await textOf(await startService({ publicUrl }), {}));
  const [few, all] = [await families('https://comments.test'), await families('http://localhost:8787')];
  const hidden = all.filter((name) => !few.includes(name));
  expect(few.filter((name) => !all.includes(name))).toEqual([]);
  for (const name of ['queue_comments', 'findings_total', 'limited_total', 'screenings_total', 'failing'])
    expect(hidden).toContain(`binh_luan_${name}`);
  expect(few).toContain('binh_luan_comments');
});

test('with a port of their own, numbers are not told at the usual one', async () => {
  const service = await startService({ publicUrl: 'http://localhost:8787', metrics: { isElsewhere: true } });
  const answer = await service.request('/metrics');
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('METRICS_PORT')]);
});

test('a comment, its captcha, what rules say of it and what is decided are counted', async () => {
  const service = await open();
  const moderator = await service.addModerator('Lan');
  const before = await textOf(service);
  const { body: pending } = await service.send({
    body: 'Xem https://a.example https://b.example https://c.example https://d.example nhé.',
  });
  const { id } = await service.solveChallenge();
  await service.send({ challenge: { id, answer: 'wrong' } });
  for (let at = 0; at < 61; at += 1) await service.send({ challenge: { id, answer: `wrong${at}` } });
  await service.json(
    'POST',
    '/api/v1/decisions',
    { action: 'publish', comments: [{ id: pending.id, version: 1 }] },
    moderator,
  );
  service.clock.now += 60_000;
  const after = await textOf(service);
  const grown = (family: string) => {
    const [was, is] = [samples(before, family), samples(after, family)];
    const all = Object.entries(is).map(([labels, value]) => [labels, value - (was[labels] ?? 0)] as const);
    return Object.fromEntries(all.filter(([, value]) => value !== 0));
  };
  expect(grown('binh_luan_challenges_judged_total')).toMatchObject({
    'way="picture",result="met"': 1,
    'way="picture",result="wrong"': 1,
  });
  expect(grown('binh_luan_screenings_total')).toEqual({ 'verdict="hold"': 1 });
  expect(grown('binh_luan_findings_total')).toMatchObject({ 'rule="links",verdict="hold"': 1 });
  expect(grown('binh_luan_decisions_total')).toEqual({ 'action="publish"': 1 });
  expect(grown('binh_luan_limited_total')).toEqual({ 'cause="captcha"': expect.any(Number) });
});

test('how many wait is told by site, and how long', async () => {
  const service = await open();
  await service.setSite({ captcha: 'off' });
  await service.addSite('bao-khac', { captcha: 'off' });
  await service.send();
  await service.send({ body: 'Một ý kiến của bạn đọc ở trang khác.' }, { site: 'bao-khac' });
  await service.send({ body: 'Thêm một ý kiến nữa, khác hẳn ý trước.' }, { site: 'bao-khac' });
  service.clock.now += 90_000;
  const text = await textOf(service);
  expect(samples(text, 'binh_luan_queue_comments')).toEqual({ 'site="bao-khac"': 2, 'site="demo"': 1 });
  expect(samples(text, 'binh_luan_queue_oldest_seconds')).toEqual({
    'site="bao-khac"': 90,
    'site="demo"': 90,
  });
});

test('while the database cannot be read, the other numbers are told', async () => {
  const service = await open();
  const { StorageFailure } = await import('../../src/store/database.ts');
  service.deps.database.query = () => Promise.reject(new StorageFailure('the disk is gone'));
  service.deps.database.batch = () => Promise.reject(new StorageFailure('the disk is gone'));
  const answer = await service.request('/metrics', { headers: bearer });
  expect([answer.status, familiesOf(await answer.text())]).toEqual([
    200,
    expect.arrayContaining(['binh_luan_storage_failures_total', 'binh_luan_http_requests_total']),
  ]);
});

test('no label has anything of a reader, a moderator or an article', async () => {
  const service = await open();
  await service.setSite({ captcha: 'off' });
  const secrets = ['Nguyễn Bí Mật', 'bi-mat@thu.example', 'mot-bai-bi-mat', 'Một câu bí mật'];
  const [author, email, key, body] = secrets;
  const { body: sent } = await service.send({ author, email, body, article: { key: `/${key}` } });
  await service.addModerator('Bí Mật Duyệt');
  await service.request(`/receipts/${sent.receipt}?bi=mat`);
  await service.request(`/api/v1/sites/demo/comments?article=/${key}`, {
    headers: { 'x-forwarded-for': '203.0.113.77' },
  });
  await service.request('/bi-mat', { method: 'BIMAT' });
  const text = await textOf(service);
  for (const secret of [
    ...secrets,
    'bi-mat',
    'BIMAT',
    'Bí Mật',
    sent.receipt,
    sent.id,
    '203.0.113.77',
    '192.0.2.1',
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
});

test('what the dashboard and the alerts ask for is there', async () => {
  const families = familiesOf(await textOf(await open()));
  for (const path of ['deploy/grafana.json', 'deploy/alerts.yaml'])
    expect([path, asked(read(path)).filter((name) => !families.includes(name))]).toEqual([path, []]);
  expect(asked(read('deploy/grafana.json')).length).toBeGreaterThan(20);
});

test('each family and each alert is told of in the documentation, in both languages', async () => {
  const families = familiesOf(await textOf(await open())).filter((name) => name.startsWith('binh_luan_'));
  const alerts = [...read('deploy/alerts.yaml').matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
  expect(alerts.length).toBe(10);
  for (const path of ['docs/metrics.md', 'docs/vi/metrics.md']) {
    const page = read(path);
    const untold = families.filter((name) => !page.includes(`| \`${name}\` |`));
    expect([path, untold, alerts.filter((name) => !page.includes(`### ${name}\n`))]).toEqual([path, [], []]);
  }
});

test('each alert says how grave it is, what happened, what to do, and where that is told', () => {
  const [, ...alerts] = read('deploy/alerts.yaml').split('- alert: ');
  for (const alert of alerts) {
    const name = /^\w+/.exec(alert)?.[0] ?? '';
    expect(alert).toMatch(/\n {10}severity: (critical|warning)\n/);
    for (const part of ['expr', 'summary', 'action'])
      expect(alert).toMatch(new RegExp(`\\n +${part}: >-\\n +\\S`));
    expect(alert).toContain(`runbook: docs/metrics.md#${name.toLowerCase()}\n`);
  }
});
