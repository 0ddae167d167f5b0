import { expect, test } from 'vitest';
import { states } from '../../src/comments/comment.ts';
import { logSecurity } from '../../src/world/security-log.ts';
import { type Service, startService } from '../support/service.ts';

const lineOf =
  /^(?<name>[a-z_]+)(?:\{(?<labels>(?:[a-z]+="(?:[^"\\\n]|\\.)*",?)+)\})? (?<value>\d+(?:\.\d+)?(?:e[+-]\d+)?)$/;

/** What stands there now, by name and labels; rejects a line that Prometheus would not read. */
async function scrape(service: Service): Promise<Record<string, number>> {
  const text = await (await service.request('/metrics')).text();
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  const read = lines.map((line) => {
    if (/^# (HELP|TYPE) [a-z_]+ .+$/.test(line)) return [];
    const { name = '', labels = '', value } = lineOf.exec(line)?.groups ?? {};
    expect([line, value === undefined]).toEqual([line, false]);
    return [[labels ? `${name}{${labels}}` : name, Number(value)]];
  });
  return Object.fromEntries(read.flat());
}

/** What of these is more than it was. */
function grown(before: Record<string, number>, after: Record<string, number>, family: string) {
  const names = Object.keys(after).filter((name) => name.startsWith(family));
  const more = names.map(
    (name) => [name.slice(family.length), (after[name] ?? 0) - (before[name] ?? 0)] as const,
  );
  return Object.fromEntries(more.filter(([, difference]) => difference !== 0));
}

test('requests are counted and timed by route, method and status', async () => {
  const service = await startService();
  const before = await scrape(service);
  await service.request('/healthz');
  await service.request('/healthz');
  await service.request('/nowhere');
  const after = await scrape(service);
  expect(grown(before, after, 'binh_luan_http_requests_total')).toEqual({
    '{method="GET",route="/healthz",status="200"}': 2,
    '{method="GET",route="unmatched",status="404"}': 1,
    '{method="GET",route="/metrics",status="200"}': 1,
  });
  const times = grown(before, after, 'binh_luan_http_request_duration_seconds');
  expect(times['_count{method="GET",route="/healthz"}']).toBe(2);
  expect(times['_bucket{le="+Inf",method="GET",route="/healthz"}']).toBe(2);
  const buckets = Object.entries(after).filter(
    ([name]) => name.includes('_bucket{le=') && name.endsWith(',method="GET",route="/healthz"}'),
  );
  const counts = buckets.map(([, count]) => count);
  expect([counts.length, counts]).toEqual([13, counts.toSorted((one, other) => one - other)]);
});

test('comments are counted by state, and how long the oldest has waited', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off' });
  expect((await scrape(service)).binh_luan_oldest_waiting_seconds).toBe(0);
  await service.send();
  service.clock.now += 60_000;
  await service.send({ body: 'Một ý kiến khác hẳn.' });
  service.clock.now += 30_000;
  const now = await scrape(service);
  expect(states.map((state) => now[`binh_luan_comments{state="${state}"}`])).toEqual(
    states.map((state) => (state === 'pending' ? 2 : 0)),
  );
  expect([now.binh_luan_oldest_waiting_seconds, now.binh_luan_reported_comments]).toEqual([90, 0]);
});

test('captchas are counted by what met them, and what failed', async () => {
  const service = await startService();
  const before = await scrape(service);
  await service.send();
  const { id } = await service.solveChallenge();
  await service.send({ challenge: { id, answer: 'wrong' } });
  await service.send({ challenge: { id, answer: 'wrong' } });
  const after = await scrape(service);
  expect(grown(before, after, 'binh_luan_challenges_issued_total')).toEqual({ '': 2 });
  expect(grown(before, after, 'binh_luan_challenges_judged_total')).toEqual({
    '{way="picture",result="met"}': 1,
    '{way="picture",result="wrong"}': 1,
    '{way="picture",result="gone"}': 1,
  });
});

test('what is noted of security is counted by what it is', async () => {
  const service = await startService();
  const before = await scrape(service);
  logSecurity(service.deps, 'sign-in failed', { why: 'credentials' });
  const after = await scrape(service);
  expect(grown(before, after, 'binh_luan_security_events_total')).toEqual({ '{event="sign-in failed"}': 1 });
});
