import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { removeKeys, renewSecret } from '../../../src/screening/judge/set-up.ts';
import { byCommand } from '../../../src/store/acts/record.ts';
import { ofJudge, startJudged } from '../../support/judging.ts';
import { type Answering, passes, says, told } from '../../support/receiver.ts';

const tooLate = 'Bộ lọc ngoài không trả lời kịp nên bình luận chờ người duyệt.';
const unreadable = 'Bộ lọc ngoài trả lời không đúng quy cách nên bình luận chờ người duyệt.';
const bad = 'Đồ ngu, mày biết gì mà nói.';

test('a judge is asked with what readers will see and nothing else, signed', async () => {
  const { service, judge, judged, secret } = await startJudged();
  const article = { key: '/bai-viet', title: 'Con đường qua đèo', url: 'http://comments.test/bai-viet' };
  const first = await judged({ article, email: 'hoa@example.com' });
  expect(first.state).toBe('published');
  const answer = await judged({
    article,
    author: 'Lê Văn Bình',
    body: 'Tôi cũng nghĩ vậy.',
    parentId: first.id,
  });
  const [asked, again] = judge.received.map(told);
  expect(asked).toEqual({
    ...{ version: 1, id: first.id, site: 'demo', author: 'Nguyễn Thị Hòa' },
    article: { key: '/bai-viet', title: 'Con đường qua đèo' },
    body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.',
  });
  expect(again).toEqual({
    ...{ version: 1, id: answer.id, site: 'demo', author: 'Lê Văn Bình', body: 'Tôi cũng nghĩ vậy.' },
    article: { key: '/bai-viet', title: 'Con đường qua đèo' },
    parent: { id: first.id, author: 'Nguyễn Thị Hòa', body: 'Bài viết rất hữu ích, cảm ơn tòa soạn.' },
  });
  for (const { path, body, headers } of judge.received) {
    expect(path).toBe('/judge');
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
    expect(JSON.stringify(headers)).not.toContain('192.0.2.1');
  }
  expect(service.logged.join()).not.toContain(secret);
});

test('while its secret is changed both sign, and after a day the new one alone', async () => {
  const { service, judge, judged, secret, site } = await startJudged();
  const next = await renewSecret(service.deps, await site(), byCommand);
  const verifies = async (one: string) => {
    await judged({ body: `Tôi đồng ý với ý kiến thứ ${judge.received.length}.` });
    const last = judge.received.at(-1);
    try {
      return Boolean(
        new Webhook(one).verify(last?.body ?? '', { ...last?.headers } as Record<string, string>),
      );
    } catch {
      return false;
    }
  };
  expect([await verifies(secret), await verifies(next)]).toEqual([true, true]);
  service.clock.now += 24 * 3_600_000 + 1;
  await judged({ body: 'Một ngày sau tôi vẫn đồng ý.' });
  expect(String(judge.received.at(-1)?.headers['webhook-signature']).split(' ').length).toBe(1);
});

test('what it wants reviewed waits with its reasons, at the places that it names', async () => {
  const { service, judge, judged, owner } = await startJudged();
  judge.answer = says({
    verdict: 'hold',
    risk: 0.8126,
    findings: [
      { message: { vi: 'Giễu cợt <b>người</b> viết', en: 'Mocks the writer' }, start: 9, end: 13 },
      { message: 'Không rõ nguồn' },
    ],
  });
  const { id, state, risk, findings, verdict } = await judged({ body: 'Bài viết hay đấy, đọc mà buồn ngủ.' });
  expect([state, risk, verdict]).toEqual(['pending', 0.813, 'hold']);
  expect(findings.filter(({ rule }: { rule: string }) => rule === 'judge')).toEqual([
    { rule: 'judge', verdict: 'hold', message: 'Giễu cợt <b>người</b> viết', start: 9, end: 13 },
    { rule: 'judge', verdict: 'hold', message: 'Không rõ nguồn' },
  ]);
  const page = await (await service.request(`/moderation/comments/${id}`, { headers: owner })).text();
  expect(page).toContain(
    '<span class="chip warn">Bộ lọc ngoài</span><span>Giễu cợt &lt;b&gt;người&lt;/b&gt; viết',
  );
  const queue = await service.json('GET', '/api/v1/queue?rule=judge', undefined, owner);
  expect(queue.body.comments.map((one: { id: string }) => one.id)).toEqual([id]);
});

test('it frees nothing that a rule holds, takes no risk away, and is not asked about what is refused', async () => {
  const { judge, judged } = await startJudged();
  judge.answer = says({ verdict: 'pass', risk: 0, findings: [{ message: 'Không có gì.' }] });
  const held = await judged({ body: bad });
  expect([held.state, held.verdict]).toEqual(['pending', 'pass']);
  expect(held.risk).toBeGreaterThan(0.5);
  expect(ofJudge(held.findings)).toEqual([['judge', 'pass', 'Không có gì.']]);
  expect(held.findings.some(({ rule }: { rule: string }) => rule.startsWith('profanity'))).toBe(true);
  const same = { body: 'Bài này giống hệt bài hôm qua.' };
  for (let times = 0; times < 3; times += 1) await judged(same);
  const asked = judge.received.length;
  expect([(await judged(same)).status, judge.received.length]).toEqual([422, asked]);
});

test('one that lets pass may raise the risk, and what it calls refused waits', async () => {
  const { judge, judged } = await startJudged();
  judge.answer = says({ verdict: 'pass', risk: 0.9 });
  expect(await judged()).toMatchObject({ state: 'published', risk: 0.9, verdict: 'pass' });
  judge.answer = says({ verdict: 'refuse' });
  const refused = await judged({ body: 'Tôi không đồng ý với bài này.' });
  expect(refused).toMatchObject({ state: 'pending', verdict: 'hold' });
  expect(refused.risk).toBeGreaterThanOrEqual(0.5);
  expect(ofJudge(refused.findings)).toEqual([
    ['judge', 'hold', 'Bộ lọc ngoài đề nghị người duyệt xem bình luận này.'],
  ]);
});

test('a place that is none in the comment is left out, and the reason stays', async () => {
  const { judge, judged } = await startJudged();
  const body = 'Tôi thấy 😀 bài này lạ.';
  const at = body.indexOf('😀');
  const places = [
    ...[
      { start: -1, end: 4 },
      { start: 5, end: 5 },
      { start: 8, end: 2 },
      { start: 0, end: body.length + 1 },
    ],
    ...[{ start: 1.5, end: 4 }, { start: 3 }, { end: 3 }, { start: null, end: null }],
    ...[
      { start: at + 1, end: at + 4 },
      { start: 0, end: at + 1 },
    ],
  ];
  judge.answer = says({
    verdict: 'hold',
    findings: [
      ...places.map((place, index) => ({ message: `Lý do ${index}`, ...place })),
      { message: 'Trọn vẹn', start: at, end: body.length },
    ],
  });
  const { findings } = await judged({ body });
  const own = findings.filter(({ rule }: { rule: string }) => rule === 'judge');
  expect(own.map(({ start }: { start?: number }) => start)).toEqual([...places.map(() => undefined), at]);
});

const cut = (_: unknown, response: Parameters<Answering>[1]) => void response.destroy();
const faults: [name: string, answer: Answering, message: string][] = [
  [
    'an error',
    says({ verdict: 'pass' }, 500),
    'Bộ lọc ngoài báo lỗi (mã 500) nên bình luận chờ người duyệt.',
  ],
  ['no right', says({}, 401), 'Bộ lọc ngoài báo lỗi (mã 401) nên bình luận chờ người duyệt.'],
  ['no JSON', (_, response) => void response.end('pass'), unreadable],
  ['nothing', (_, response) => void response.writeHead(204).end(), unreadable],
  ['another word', says({ verdict: 'ok' }), unreadable],
  ['a list', says([{ verdict: 'pass' }]), unreadable],
  ['a risk that is none', says({ verdict: 'pass', risk: 1.2 }), unreadable],
  ['a risk in words', says({ verdict: 'pass', risk: 'thấp' }), unreadable],
  ['an empty reason', says({ verdict: 'hold', findings: [{ message: '\u200b' }] }), unreadable],
  ['a long reason', says({ verdict: 'hold', findings: [{ message: 'a'.repeat(301) }] }), unreadable],
  ['half a reason', says({ verdict: 'hold', findings: [{ message: { vi: 'Xấu' } }] }), unreadable],
  ['half a letter', says({ verdict: 'hold', findings: [{ message: 'x\ud83d' }] }), unreadable],
  [
    'many reasons',
    says({ verdict: 'pass', findings: Array.from({ length: 21 }, () => ({ message: 'Lý do' })) }),
    unreadable,
  ],
  [
    'a long answer',
    says({ verdict: 'pass', more: 'ă'.repeat(40_000) }),
    'Bộ lọc ngoài trả lời quá dài nên bình luận chờ người duyệt.',
  ],
  [
    'an answer with a long tail',
    (_, response) => void response.end(`{"verdict":"pass"}${' '.repeat(70_000)}`),
    'Bộ lọc ngoài trả lời quá dài nên bình luận chờ người duyệt.',
  ],
  ['no answer', cut, 'Không kết nối được với bộ lọc ngoài nên bình luận chờ người duyệt.'],
];

test.each(faults)(
  '%s: the comment is taken, and waits with the reason in words',
  async (_, answer, message) => {
    const { judge, judged } = await startJudged();
    judge.answer = answer;
    const { status, state, findings, verdict } = await judged();
    expect([status, state, verdict]).toEqual([202, 'pending', 'failed']);
    expect(ofJudge(findings)).toEqual([['judge-failed', 'hold', message]]);
  },
);

test('one that is slow, to answer or to end its answer, is not waited for', async () => {
  const { judge, judges, judged } = await startJudged();
  expect(judges.withinMs).toBe(2000);
  judges.withinMs = 150;
  const late: (() => void)[] = [];
  judge.answer = (_, response) => void late.push(() => response.end('{"verdict":"pass"}'));
  const first = await judged();
  judge.answer = (_, response) => void response.writeHead(200).write('{"verdict":');
  const second = await judged({ body: 'Tôi đồng ý với bài viết này.' });
  expect([first.state, ofJudge(first.findings), second.state, ofJudge(second.findings)]).toEqual([
    ...['pending', [['judge-failed', 'hold', tooLate]]],
    ...['pending', [['judge-failed', 'hold', tooLate]]],
  ]);
  for (const answer of late) answer();
});

test('a judge that leads on to another is not followed', async () => {
  const { judge, judged } = await startJudged();
  judge.answer = ({ path }, response) =>
    path === '/judge'
      ? void response.writeHead(307, { location: '/other' }).end()
      : void response.end('{"verdict":"pass"}');
  expect((await judged()).state).toBe('pending');
  expect(judge.received.map(({ path }) => path)).toEqual(['/judge']);
});

test('without a secret, or with that of another installation, it is not asked, and all waits', async () => {
  const { service, judge, judged, site } = await startJudged();
  const message = 'Chưa có khóa dùng được cho bộ lọc ngoài nên bình luận chờ người duyệt.';
  const { secret } = service.deps;
  service.deps.secret = 'another secret for tests, of 32 characters or more';
  expect(ofJudge((await judged()).findings)).toEqual([['judge-failed', 'hold', message]]);
  service.deps.secret = secret;
  await removeKeys(service.deps, await site(), byCommand);
  const without = await judged({ body: 'Tôi cũng thấy như vậy.' });
  expect([without.state, ofJudge(without.findings)]).toEqual([
    'pending',
    [['judge-failed', 'hold', message]],
  ]);
  expect(judge.received).toEqual([]);
});

test('one and the same request asks once, whatever its answer was', async () => {
  const { service, judge } = await startJudged();
  const send = () =>
    service.send({ challenge: undefined }, { headers: { 'idempotency-key': 'cung-mot-lan' } });
  const [first, second] = [await send(), await send()];
  expect([second.body.id, judge.received.length]).toEqual([first.body.id, 1]);
});

test('a site without a judge asks nobody, and says nothing of one', async () => {
  const { service, judge, judged, owner } = await startJudged({ 'judge-url': '' });
  expect(await judged()).toMatchObject({ state: 'published', verdict: null, ms: null });
  expect(judge.received).toEqual([]);
  const page = await (await service.request('/moderation/filter', { headers: owner })).text();
  expect(page).not.toContain('Bộ lọc ngoài');
});

test('what came from the same sender while the judge thought counts as if it had come before', async () => {
  const { service, judge, judged } = await startJudged();
  const body = 'Mời cả nhà ghé quán mới mở ở đầu phố.';
  const waiting: (() => void)[] = [];
  judge.answer = (_, response) => void waiting.push(() => response.end('{"verdict":"pass"}'));
  const first = judged({ body });
  await expect.poll(() => waiting.length).toBe(1);
  judge.answer = passes;
  await service.setSite({ 'judge-url': '' });
  expect((await judged({ body })).state).toBe('published');
  for (const answer of waiting) answer();
  const { state, findings } = await first;
  expect([state, findings.map(({ rule }: { rule: string }) => rule)]).toEqual(['pending', ['repeats']]);
});

test('question and answer are as the document of the API says', async () => {
  const { service, judge, judged } = await startJudged();
  await judged();
  const { post } = (await service.json('GET', '/openapi.json')).body.webhooks.judge;
  const question = z.fromJSONSchema(post.requestBody.content['application/json'].schema);
  const asked = told(judge.received[0] ?? { path: '', headers: {}, body: '{}' });
  question.parse(asked);
  expect(() => question.parse({ ...asked, email: 'hoa@example.com' })).toThrow();
  const answer = z.fromJSONSchema(post.responses['200'].content['application/json'].schema);
  answer.parse({ verdict: 'hold', risk: 0.5, findings: [{ message: 'Lý do', start: 0, end: 3 }] });
  answer.parse({ verdict: 'pass', risk: null, findings: [{ message: { vi: 'Lý do', en: 'A reason' } }] });
  for (const wrong of [
    {},
    { verdict: 'ok' },
    { verdict: 'pass', risk: 2 },
    { verdict: 'hold', findings: [{}] },
  ])
    expect(() => answer.parse(wrong)).toThrow();
});
