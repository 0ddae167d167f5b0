import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { poster, type Resolve } from '../../../src/notices/channels/post.ts';
import { fetchPoster } from '../../../src/notices/channels/post-by-fetch.ts';
import { isOwn, targetOf } from '../../../src/notices/channels/target.ts';
import { judgesBy } from '../../../src/screening/judge/judges.ts';
import { judgeMistakes } from '../../../src/screening/judge/set-up.ts';
import { judgeReachOf, readSettings } from '../../../src/settings.ts';
import { startJudged } from '../../support/judging.ts';
import { startReceiver } from '../../support/receiver.ts';

const own = ['http://10.0.0.5:11434/v1', 'https://model.internal'];
const reach = { loopback: false, own };
const inside = [
  'http://10.0.0.5:11434/',
  'http://10.0.0.5:11434/v10/moderations',
  'http://10.0.0.5:11434/v1/../api/pull',
  'http://10.0.0.5:11434/v1/%2e%2e/api/pull',
  'http://10.0.0.5/v1/moderations',
  'https://10.0.0.5:11434/v1/moderations',
  'http://model.internal/judge',
  'https://model.internal:8443/judge',
  'https://model.internal.evil.internal/judge',
  'http://lan@10.0.0.5:11434/v1/moderations',
  'http://127.0.0.1:11434/v1/moderations',
  'https://169.254.169.254/latest',
  'http://judge.example/',
];

test('of the own network a judge may be where the installation says, and below that', () => {
  for (const url of [
    'http://10.0.0.5:11434/v1/moderations',
    'http://10.0.0.5:11434/v1?api-version=2',
    'https://model.internal/',
    'https://judge.example/',
  ])
    expect([url, targetOf(url, reach)?.href, judgeMistakes({ 'judge-url': url }, reach)]).toEqual([
      url,
      url,
      [],
    ]);
  for (const url of inside)
    expect([url, targetOf(url, reach), judgeMistakes({ 'judge-url': url }, reach).length]).toEqual([
      ...[url, undefined, 1],
    ]);
  expect(isOwn(new URL('https://judge.example/'), { loopback: true })).toBe(false);
});

test('what it says comes from the environment, where it is http or https and plain', () => {
  const settings = readSettings({ JUDGE_ADDRESSES: 'http://10.0.0.5:11434/v1/, HTTPS://Model.internal' });
  expect(judgeReachOf('https://comments.example', settings)).toEqual(reach);
  expect(judgeReachOf('http://localhost:8787', readSettings({}))).toEqual({ loopback: true, own: [] });
  for (const wrong of [
    '10.0.0.5',
    'ftp://10.0.0.5',
    'http://10.0.0.5/?x',
    'http://a@10.0.0.5',
    'http://*.lan',
  ])
    expect(() => readSettings({ JUDGE_ADDRESSES: wrong })).toThrow(
      'JUDGE_ADDRESSES must be http or https addresses such as http://10.0.0.5:11434/v1, separated by commas',
    );
});

test('a name of the own network is followed where it was named, and nowhere else', async () => {
  const receiver = await startReceiver();
  const { port } = new URL(receiver.url);
  const named = `http://model.internal:${port}`;
  const resolve: Resolve = (_, __, tell) => tell(null, [{ address: '127.0.0.1', family: 4 }]);
  const asked = { headers: {}, body: '{}' };
  const post = poster({ loopback: false, own: [`${named}/v1`] }, resolve);
  expect((await post({ url: `${named}/v1/moderations`, ...asked })).status).toBe(204);
  for (const url of [`${named}/api`, `https://judge.example:${port}/`, `http://127.0.0.1:${port}/v1`])
    await expect(post({ url, ...asked })).rejects.toThrow();
  expect(receiver.received.map(({ path }) => path)).toEqual(['/v1/moderations']);
  await expect(fetchPoster({ loopback: false })({ url: receiver.url, ...asked })).rejects.toThrow(
    'not outside',
  );
  const byFetch = fetchPoster({ loopback: false, own: [receiver.url] });
  expect((await byFetch({ url: `${receiver.url}/judge`, ...asked })).status).toBe(204);
});

test('a judge at a private address is never asked, however that came into the database, and all waits', async () => {
  const { service, judge, judged } = await startJudged();
  const far = { loopback: false };
  service.deps.judges = judgesBy(far, poster(far));
  expect(await judged()).toMatchObject({ state: 'pending', verdict: 'failed' });
  const resolve: Resolve = (_, __, tell) => tell(null, [{ address: '10.1.2.3', family: 4 }]);
  service.deps.judges = judgesBy(far, poster(far, resolve));
  await service.setSite({ 'judge-url': 'https://judge.example/' });
  expect(await judged({ body: 'Tôi cũng thấy như vậy.' })).toMatchObject({
    state: 'pending',
    verdict: 'failed',
  });
  expect(judge.connections).toBe(0);
});

test('within its time an answer of many letters counts by its bytes', async () => {
  const { judge, judged } = await startJudged();
  const answer = JSON.stringify({ verdict: 'pass', more: 'ă'.repeat(32_000) });
  expect(Buffer.byteLength(answer)).toBeLessThan(65_536);
  judge.answer = (_, response) => void response.end(answer);
  expect((await judged()).verdict).toBe('pass');
});
