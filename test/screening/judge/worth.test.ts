import { expect, test } from 'vitest';
import { measureJudge } from '../../../src/screening/judge/worth.ts';
import { startJudged } from '../../support/judging.ts';
import { passes, says } from '../../support/receiver.ts';

type Judged = Awaited<ReturnType<typeof startJudged>>;

const words = ['đường', 'trường', 'cầu', 'chợ', 'bến', 'phố', 'làng', 'sông', 'núi', 'biển'];
const topic = (index: number) =>
  `Chuyện ${words[index % 10]} ${words[Math.floor(index / 10) % 10]} ở quê tôi.`;

/** Sends a comment of which the judge says this after so many milliseconds, and decides it. */
async function decide({ service, judge, judged, owner }: Judged, at: number, said: string, action: string) {
  judge.answer = (received, response) => {
    service.clock.now += 100 + at;
    const answer = said === 'pass' ? passes : said === 'hold' ? says({ verdict: 'hold' }) : says({}, 500);
    answer(received, response);
  };
  const { id } = await judged({ body: topic(at) });
  const { status } = await service.json(
    'POST',
    '/api/v1/decisions',
    { action, comments: [{ id, version: 1 }] },
    owner,
  );
  expect(status).toBe(201);
}

test('the desk tells how often the judge was right, of what moderators decided', async () => {
  const opened = await startJudged({ moderation: 'hold-all' });
  const { service, site, owner } = opened;
  expect(await measureJudge(service.deps, await site())).toBe(null);
  const shown = async () => (await service.request('/moderation/filter', { headers: owner })).text();
  expect(await shown()).toContain('Chưa có quyết định nào về bình luận mà bộ lọc ngoài đã xem.');
  const sent: [said: string, action: string][] = [
    ...[
      ['hold', 'reject'],
      ['hold', 'spam'],
      ['hold', 'publish'],
    ],
    ...[
      ['pass', 'publish'],
      ['pass', 'publish'],
      ['pass', 'reject'],
      ['fail', 'publish'],
    ],
  ] as [string, string][];
  for (const [at, [said, action]] of sent.entries()) await decide(opened, at, said, action);
  await opened.judged({ body: 'Chưa ai quyết định về câu này.' });
  expect(await measureJudge(service.deps, await site())).toEqual({
    held: { published: 1, turnedDown: 2 },
    passed: { published: 2, turnedDown: 1 },
    failed: { published: 1, turnedDown: 0 },
    medianMs: 102,
  });
  const page = await shown();
  expect(page).toContain('7 bình luận đã được hỏi');
  const rows = [
    ...page.matchAll(/<th scope="row">([^<]+)<\/th><td>(\d+)<\/td><td>(\d+)<\/td>\s*<td>([^<]+)</g),
  ];
  expect(rows.map(([, ...cells]) => cells)).toEqual([
    ['Đề nghị duyệt', '1', '2', '66,7%'],
    ['Cho qua', '2', '1', '66,7%'],
    ['Không trả lời', '1', '0', '–'],
  ]);
  expect(page).toContain('Một nửa số câu trả lời đến trong vòng 102 mili giây.');
});

test('the figures stay where the judge is let go, and none of another site are among them', async () => {
  const opened = await startJudged({ moderation: 'hold-all' });
  const { service, owner, site } = opened;
  await decide(opened, 1, 'hold', 'reject');
  await service.setSite({ 'judge-url': '' });
  const page = await (await service.request('/moderation/filter', { headers: owner })).text();
  expect(page).toContain('Bộ lọc ngoài đã đúng đến đâu');
  await service.addSite('bao');
  expect(await measureJudge(service.deps, { ...(await site()), id: 'bao' })).toBe(null);
});
