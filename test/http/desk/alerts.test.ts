import { expect, test } from 'vitest';
import { alertLongQueues } from '../../../src/notices/alert.ts';
import { kinds, minute, opinion, startTelling, told } from '../../support/telling.ts';

const day = 24 * 60 * minute;

async function open() {
  const telling = await startTelling();
  const { service, owner } = telling;
  await service.setSite({ name: 'Báo Mới', 'alert-waiting-count': 2, 'alert-waiting-minutes': 30 });
  const lan = await service.addModerator('Lan', { sites: ['demo'] });
  const desk = async (who: Record<string, string> = lan, query = '') =>
    (await service.request(`/moderation${query}`, { headers: { ...who, accept: 'text/html' } })).text();
  for (let at = 0; at < 3; at += 1) await service.send({ body: opinion(at) });
  return { ...telling, lan, owner, desk };
}

test('the desk says that a queue waits too long, for as long as it does', async () => {
  const { service, decide, desk } = await open();
  const sentence = 'Hàng chờ của Báo Mới quá lâu</b>: hơn 2 bình luận đã chờ hơn 30 phút.';
  const before = await desk();
  service.clock.now += 30 * minute + 1;
  const during = await desk();
  const { body } = await service.send({ body: opinion(3) });
  await decide('publish', body.id);
  const still = await desk();
  const [, id = ''] = /moderation\/comments\/(\w+)/.exec(during) ?? [];
  await decide('publish', id);
  expect([before, during, still, await desk()].map((page) => page.includes(sentence))).toEqual([
    ...[false, true, true, false],
  ]);
});

test('the desk says so in English, and to nobody of other sites', async () => {
  const { service, owner, desk } = await open();
  await service.addSite('khac');
  const other = await service.addModerator('Ngọc', { sites: ['khac'] });
  await service.form('/moderation/language', { language: 'en' }, owner);
  service.clock.now += 31 * minute;
  expect(await desk(owner)).toContain(
    'The queue of Báo Mới waits too long</b>: more than 2 comments have waited for longer than 30 minutes.',
  );
  expect(await desk(other)).not.toContain('Báo Mới');
});

test('a queue that waits too long is told outside once an hour while it lasts', async () => {
  const { service, receiver, world, add, tellAll } = await open();
  await add({ events: ['queue.waiting'] });
  for (let at = 0; at < 150; at += 1) {
    await alertLongQueues(world);
    await tellAll();
    service.clock.now += minute;
  }
  expect(kinds(receiver.received)).toEqual(['queue.waiting', 'queue.waiting']);
  expect(receiver.received.map((one) => told(one).data.queue.waiting)).toEqual([3, 3]);
});

test('owners are told at the desk of a channel that has failed for a day, and of one that is there no more', async () => {
  const { service, receiver, owner, lan, add, tellAll, desk } = await open();
  await add({ url: `${receiver.url}/broken` });
  receiver.answer = ({ path }, response) => void response.writeHead(path === '/broken' ? 500 : 410).end();
  await service.send({ body: opinion(4) });
  await tellAll();
  const line = (count: number) => `${count} kênh báo tin của Báo Mới không nhận được tin từ hơn một ngày`;
  const early = await desk(owner);
  service.clock.now += day + minute;
  await service.send({ body: opinion(5) });
  await tellAll();
  const late = await desk(owner);
  await add({ url: `${receiver.url}/gone` });
  await service.send({ body: opinion(6) });
  await tellAll();
  expect([early.includes(line(1)), late.includes(line(1))]).toEqual([false, true]);
  expect(await desk(owner)).toContain(line(2));
  expect(await desk(lan)).not.toContain('kênh báo tin');
});
