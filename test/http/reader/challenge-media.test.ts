import { expect, test } from 'vitest';
import { fairLine } from '../../../src/world/fair-line.ts';
import { type Service, startService } from '../../support/service.ts';

const pathOf = (id: string, way: string) => `/api/v1/sites/demo/challenges/${id}/${way}`;
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

/** How often something was drawn. */
function countDrawn({ deps }: Service): { drawn: number } {
  const counted = { drawn: 0 };
  const { draw } = deps;
  deps.draw = (...given) => {
    counted.drawn += 1;
    return draw(...given);
  };
  return counted;
}

test('a picture is drawn once, however often and however many at once ask for it', async () => {
  const service = await startService();
  service.deps.inTurn = fairLine({ ofSender: 20, inAll: 20 });
  const page = await (await service.request('/embed/demo?article=/a')).text();
  const reserved = /name="challenge" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const counted = countDrawn(service);
  const { id } = await service.solveChallenge();
  for (const each of [id, reserved]) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => service.request(pathOf(each, 'picture'))),
    );
    const bytes = await Promise.all(answers.map(bytesOf));
    expect(new Set(bytes.map(String)).size).toBe(1);
  }
  expect(counted.drawn).toBe(2);
});

test('who asks for pictures and sounds without end is told to wait, and nobody else is', async () => {
  const service = await startService();
  const { id } = await service.solveChallenge();
  const ask = async (way: string, peer: string, of = id) => {
    const answer = await service.request(pathOf(of, way), { headers: { 'x-test-peer': peer } });
    return [answer.status, answer.headers.get('retry-after')];
  };
  for (let count = 0; count < 120; count += 1)
    expect(await ask('picture', '203.0.113.1')).toEqual([200, null]);
  const { draw } = service.deps;
  service.deps.draw = () => expect.fail('drawn for somebody who is to wait');
  for (const way of ['picture', 'audio']) expect(await ask(way, '203.0.113.1')).toEqual([429, '60']);
  service.deps.draw = draw;
  for (const way of ['picture', 'audio']) expect(await ask(way, '203.0.113.2')).toEqual([200, null]);
  service.clock.now += 60_000;
  expect(await ask('picture', '203.0.113.1')).toEqual([200, null]);
});

test('where too many pictures are asked for at once, some are told when to come again', async () => {
  const service = await startService();
  service.deps.inTurn = fairLine({ ofSender: 2, inAll: 3 });
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const page = await (await service.request('/embed/demo?article=/a')).text();
    ids.push(/name="challenge" value="([^"]+)"/.exec(page)?.[1] ?? '');
  }
  const peers = [1, 1, 1, 2, 3];
  const answers = await Promise.all(
    ids.map((id, at) =>
      service.request(pathOf(id, 'picture'), { headers: { 'x-test-peer': `203.0.113.${peers[at]}` } }),
    ),
  );
  expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [200, null],
    [200, null],
    [429, '2'],
    [200, null],
    [503, '2'],
  ]);
});

async function openAudio() {
  const service = await startService();
  const { id } = await service.solveChallenge();
  const path = `/api/v1/challenges/${id}/audio`;
  const ask = (headers: Record<string, string> = {}, method = 'GET') =>
    service.request(path, { method, headers });
  const first = await ask();
  return { ask, first, whole: await bytesOf(first), tag: first.headers.get('etag') ?? '' };
}

test('a sound is served in the parts that are asked for', async () => {
  const { ask, whole } = await openAudio();
  const size = whole.length;
  const parts: [string, number, number][] = [
    ['bytes=0-1', 0, 1],
    ['bytes=0-', 0, size - 1],
    ['bytes=100-199', 100, 199],
    [`bytes=100-${size + 99}`, 100, size - 1],
    ['bytes=-10', size - 10, size - 1],
    [`bytes=-${size + 1}`, 0, size - 1],
    [`bytes=${size - 1}-`, size - 1, size - 1],
  ];
  for (const [range, from, to] of parts) {
    const answer = await ask({ range });
    const { status, headers } = answer;
    expect([range, status, headers.get('content-range'), headers.get('content-length')]).toEqual([
      range,
      206,
      `bytes ${from}-${to}/${size}`,
      String(to - from + 1),
    ]);
    expect(await bytesOf(answer)).toEqual(whole.subarray(from, to + 1));
  }
});

test('a part beyond the end is refused, and what is no one part is answered with all', async () => {
  const { ask, whole, tag } = await openAudio();
  for (const range of [`bytes=${whole.length}-`, 'bytes=-0', `bytes=${'9'.repeat(40)}-`]) {
    const { status, headers } = await ask({ range });
    expect([range, status, headers.get('content-range'), headers.get('content-type')]).toEqual([
      range,
      416,
      `bytes */${whole.length}`,
      'application/problem+json; charset=utf-8',
    ]);
  }
  const all: Record<string, string>[] = [
    { range: 'bytes=0-1,5-6' },
    { range: 'bytes=9-3' },
    { range: 'lines=0-1' },
    { range: 'bytes=-' },
    { range: 'bytes=0-1', 'if-range': '"another"' },
  ];
  for (const headers of all) {
    const answer = await ask(headers);
    expect([headers, answer.status]).toEqual([headers, 200]);
    expect(await bytesOf(answer)).toEqual(whole);
  }
  expect((await ask({ range: 'bytes=0-1', 'if-range': tag })).status).toBe(206);
});

test('who asks for the head of a sound is told that it has parts, and who has it, that it is the same', async () => {
  const { ask, first, whole, tag } = await openAudio();
  const head = await ask({ range: 'bytes=0-1' }, 'HEAD');
  const told = ({ status, headers }: Response) =>
    [status, ...['accept-ranges', 'content-length', 'etag'].map((name) => headers.get(name))] as const;
  expect(told(head)).toEqual(told(first));
  expect(told(first)).toEqual([200, 'bytes', String(whole.length), tag]);
  expect((await bytesOf(head)).length).toBe(0);
  expect(told(await ask({ 'if-none-match': tag }))).toEqual([304, null, null, tag]);
});

test('a later part is no hearing more, so that a sound which is begun can be heard to its end', async () => {
  const { ask } = await openAudio();
  for (let count = 0; count < 19; count += 1) expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(404);
  for (let count = 0; count < 5; count += 1) expect((await ask({ range: 'bytes=50-60' })).status).toBe(206);
  expect((await ask({ range: 'bytes=0-' })).status).toBe(404);
});
