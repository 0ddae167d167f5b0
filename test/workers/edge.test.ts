import { expect, test } from 'vitest';
import { withdrawComment } from '../../src/store/comments/withdrawal.ts';
import { actAt } from '../support/acts.ts';
import { vouching } from '../support/identity.ts';
import { frame, list, openPlace } from './place.ts';

test('ten thousand reads of one article ask the database about once in four seconds', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const worker = startWorker();
  const seconds = 100;
  const reads = 10_000;
  await worker.read(list);
  await worker.read(frame);
  const filled = worker.counted.queries;
  for (let read = 0; read < reads; read += 1) {
    await worker.read(read % 2 === 0 ? list : frame);
    service.clock.now += (seconds * 1000) / reads;
  }
  console.log(
    `${reads} reads in ${seconds} s: ${worker.counted.queries} queries of D1, ${filled} of them to begin with`,
  );
  expect(worker.counted.queries).toBeGreaterThan(seconds / 5);
  // Each asks every four seconds whether it changed, and after a minute the frame says another time of its comment.
  expect(worker.counted.queries).toBeLessThanOrEqual(2 * (seconds / 4) + 2 * filled);
});

test('what one Worker was told, the others of its place need not ask', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const [first, second] = [startWorker(), startWorker()];
  const pages = [await first.published(), await second.published()];
  expect(pages[1]).toEqual(pages[0]);
  expect([first.counted.queries > 0, second.counted.queries]).toEqual([true, 0]);
});

test('a page is for its own release, since it names files that another one has no more', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const [before, beside, after] = [startWorker('one'), startWorker('one'), startWorker('other')];
  for (const worker of [before, beside, after]) await worker.read(frame);
  expect([beside.counted.queries, after.counted.queries > 0]).toEqual([0, true]);
});

test('a known reader’s page is theirs: it is neither kept for others nor made of what is kept', async () => {
  const { service, startWorker } = await openPlace();
  const site = await vouching(service);
  const worker = startWorker();
  const show = async (headers = {}) => (await worker.request(frame, { headers })).text();
  const [before, known, after] = [await show(), await show(site.as()), await show()];
  expect([before, known, after].map((page) => page.includes('Trần Minh Quân'))).toEqual([false, true, false]);
  expect(await startWorker().read(frame)).not.toContain('data-identified');
});

test('a change that was made elsewhere is seen within five seconds', async () => {
  const { service, startWorker } = await openPlace();
  const { body } = await service.send({ body: 'Một ý kiến.' });
  const worker = startWorker();
  expect(await worker.published()).toEqual(['Một ý kiến.']);
  await withdrawComment(service.deps.database, { site: 'demo', id: body.id }, actAt(service.clock.now));
  service.clock.now += 3999;
  expect(await worker.published()).toEqual(['Một ý kiến.']);
  service.clock.now += 1001;
  expect(await worker.published()).toEqual([]);
});

test('likes make nobody ask the database again before their time, and are seen within five seconds', async () => {
  const { service, startWorker } = await openPlace();
  const { id } = (await service.send()).body;
  const worker = startWorker();
  const likes = async () => JSON.parse(await worker.read(list)).comments[0].likes;
  expect(await likes()).toBe(0);
  const before = worker.counted.queries;
  let asked = 0;
  for (let at = 0; at < 20; at += 1) {
    const init = { method: 'PUT', headers: { 'x-test-peer': `198.51.100.${at}` } };
    await worker.request(`/api/v1/sites/demo/comments/${id}/like`, init);
    const liked = worker.counted.queries;
    expect(await likes()).toBe(0);
    asked += worker.counted.queries - liked;
  }
  expect([worker.counted.queries > before, asked]).toEqual([true, 0]);
  service.clock.now += 5000;
  expect(await likes()).toBe(20);
});

test('a change that was made in the same place is seen at once, by every Worker of it', async () => {
  const { service, startWorker } = await openPlace();
  const { body } = await service.send({ body: 'Một ý kiến.' });
  const [here, beside] = [startWorker(), startWorker()];
  const seen = async () => [await here.published(), await beside.published()];
  expect(await seen()).toEqual([['Một ý kiến.'], ['Một ý kiến.']]);
  await withdrawComment(here.database, { site: 'demo', id: body.id }, actAt(service.clock.now));
  expect(await seen()).toEqual([[], []]);
});

test('while one reader asks whether the answer is current, the others have it', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const worker = startWorker();
  await worker.published();
  const before = worker.counted.queries;
  service.clock.now += 4500;
  await Promise.all(Array.from({ length: 20 }, () => worker.published()));
  expect(worker.counted.queries - before).toBe(1);
});

test('each reader gets a challenge and a key of their own from one shared page', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const workers = [startWorker(), startWorker()];
  const found: string[] = [];
  for (const worker of [...workers, ...workers]) {
    const page = await worker.read(frame);
    expect(page).not.toContain('place-');
    const challenges = new Set(page.match(/demo~[a-z0-9]{16}~[a-z0-9]+~[\w-]{22}/g));
    found.push(...challenges, /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '');
  }
  expect([found.length, new Set(found).size]).toEqual([8, 8]);
  const [challenge = ''] = found.slice(-2);
  const picture = await workers[0]?.request(`/api/v1/sites/demo/challenges/${challenge}/picture`);
  expect(picture?.status).toBe(200);
});

test('a shared answer is the same as the first, but for its id, and is known by its tag', async () => {
  const { service, startWorker } = await openPlace();
  await service.send();
  const answers = [await startWorker().request(list), await startWorker().request(list)];
  const [first, second] = await Promise.all(
    answers.map(async (answer) => {
      const { 'x-request-id': id, ...headers } = Object.fromEntries(answer.headers);
      return { id, answer: { status: answer.status, headers, body: await answer.json() } };
    }),
  );
  expect(second?.answer).toEqual(first?.answer);
  expect(second?.id).not.toBe(first?.id);
  const etag = first?.answer.headers.etag ?? '';
  const unchanged = await startWorker().request(list, { headers: { 'if-none-match': etag } });
  expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
});

test('an article that closes by its age is closed on time', async () => {
  const { service, startWorker } = await openPlace();
  await service.setSite({ 'close-after-days': 1 });
  await service.send();
  const worker = startWorker();
  const isOpen = async () => {
    const { article }: { article: { open: boolean } } = await (await worker.request(list)).json();
    return article.open;
  };
  service.clock.now += 86_400_000 - 1;
  expect(await isOpen()).toBe(true);
  service.clock.now += 1;
  expect(await isOpen()).toBe(false);
});

test('no origin is given the leave of another', async () => {
  const { service, startWorker } = await openPlace();
  await service.setSite({ origins: ['https://bao.example'] });
  const workers = [startWorker(), startWorker()];
  for (const worker of [...workers, ...workers]) {
    const leaves = [];
    for (const origin of ['https://bao.example', 'https://la.example']) {
      const answer = await worker.request(list, { headers: { origin } });
      leaves.push(answer.headers.get('access-control-allow-origin'));
    }
    expect(leaves).toEqual(['https://bao.example', null]);
  }
});
