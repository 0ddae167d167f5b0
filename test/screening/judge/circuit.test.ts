import { expect, test } from 'vitest';
import { startJudged } from '../../support/judging.ts';
import { passes, says } from '../../support/receiver.ts';

const texts = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám'].map(
  (word) => `Ý kiến thứ ${word} của tôi về bài này.`,
);

test('one that fails five times in a row is asked every half a minute only, until it answers', async () => {
  const { service, judge, judged } = await startJudged();
  judge.answer = says({}, 500);
  const states: string[] = [];
  const send = async (body: string) => void states.push((await judged({ body })).state);
  for (const body of texts.slice(0, 5)) await send(body);
  expect(judge.received.length).toBe(5);
  const resting = await judged({ body: texts[5] });
  expect([resting.findings, resting.verdict, resting.ms, judge.received.length]).toEqual([
    [
      {
        ...{ rule: 'judge-failed', verdict: 'hold' },
        message: 'Bộ lọc ngoài báo lỗi (mã 500) nên bình luận chờ người duyệt.',
      },
    ],
    ...['failed', null, 5],
  ]);
  expect(service.logged.filter((line) => line.includes('keeps failing'))).toEqual([
    '{"level":"warn","event":"a judge outside keeps failing","site":"demo","failure":{"status":500}}',
  ]);
  service.clock.now += 29_000;
  await send(texts[6] ?? '');
  expect(judge.received.length).toBe(5);
  service.clock.now += 1001;
  judge.answer = passes;
  await send(texts[7] ?? '');
  await send('Tòa soạn làm tốt lắm.');
  expect([judge.received.length, states.slice(-2)]).toEqual([7, ['published', 'published']]);
  expect(service.logged.filter((line) => line.includes('answers again'))).toEqual([
    '{"level":"info","event":"a judge outside answers again","site":"demo"}',
  ]);
});

test('while it keeps failing one comment asks for all that come at the time', async () => {
  const { service, judge, judged } = await startJudged();
  judge.answer = says({}, 503);
  for (const body of texts.slice(0, 5)) await judged({ body });
  service.clock.now += 30_001;
  const states = await Promise.all(texts.slice(5).map(async (body) => (await judged({ body })).state));
  expect([states, judge.received.length]).toEqual([['pending', 'pending', 'pending'], 6]);
});

test('an answer between failures, and another address, begin the count anew', async () => {
  const { service, judge, judged } = await startJudged();
  const fail = async (count: number) => {
    judge.answer = says({}, 500);
    for (const body of texts.slice(0, count)) await judged({ body: `${body} ${judge.received.length}` });
  };
  await fail(4);
  judge.answer = passes;
  await judged();
  await fail(4);
  expect(judge.received.length).toBe(9);
  await fail(2);
  expect(judge.received.length).toBe(10);
  await service.setSite({ 'judge-url': `${judge.url}/another` });
  await fail(2);
  expect(judge.received.length).toBe(12);
});

test('so many are asked about at a time, and whose turn comes is asked too', async () => {
  const { judge, judged } = await startJudged({}, 2);
  const held: (() => void)[] = [];
  judge.answer = (_, response) => void held.push(() => response.end('{"verdict":"pass"}'));
  const all = Promise.all(texts.slice(0, 5).map((body) => judged({ body })));
  for (const come of [2, 4, 5]) {
    await expect.poll(() => judge.received.length).toBe(come);
    for (const answer of held.splice(0)) answer();
  }
  expect((await all).map(({ verdict }) => verdict)).toEqual(Array(5).fill('pass'));
});

test('who gets no turn in time waits for a moderator, and that is no failure of the judge', async () => {
  const { judge, judges, judged, site } = await startJudged({}, 1);
  const held: (() => void)[] = [];
  judge.answer = (_, response) => void held.push(() => response.end('{"verdict":"pass"}'));
  judges.withinMs = 60_000;
  const first = judged();
  await expect.poll(() => judge.received.length).toBe(1);
  judges.withinMs = 50;
  const late = await Promise.all(texts.slice(0, 6).map((body) => judged({ body })));
  expect(late.map(({ findings }) => findings)).toEqual(
    Array(6).fill([
      {
        ...{ rule: 'judge-failed', verdict: 'hold' },
        message: 'Bộ lọc ngoài không trả lời kịp nên bình luận chờ người duyệt.',
      },
    ]),
  );
  expect([judge.received.length, judges.circuit.failing(await site())]).toEqual([1, undefined]);
  for (const answer of held) answer();
  expect((await first).verdict).toBe('pass');
  judges.withinMs = 60_000;
  judge.answer = passes;
  expect((await judged({ body: texts[6] })).verdict).toBe('pass');
});
