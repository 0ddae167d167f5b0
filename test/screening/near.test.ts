import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { startService } from '../support/service.ts';

const text =
  'Hôm nay tôi đi làm giấy tờ ở ủy ban phường, các anh chị cán bộ hướng dẫn rất tận tình và chỉ mất chừng mười phút.';

async function newService() {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const from = (peer: string, body: string, key = '/bai-viet') =>
    service.send({ body, article: { key }, challenge: undefined }, { headers: { 'x-test-peer': peer } });
  return { service, from };
}

test('a copy with small changes is held, over articles and senders', async () => {
  const { service, from } = await newService();
  expect((await from('192.0.2.1', text)).body.state).toBe('published');
  const copy = text.replace('phường', 'xã').replace('mười phút', 'nửa giờ').toUpperCase();
  expect((await from('192.0.2.2', copy, '/bai-khac')).body.state).toBe('pending');
  const lan = await service.addModerator();
  const { body } = await service.json('GET', '/api/v1/queue?rule=repeats', undefined, lan);
  const finding = body.comments[0].findings.find(({ rule }: { rule: string }) => rule === 'repeats');
  expect(finding).toEqual({
    rule: 'repeats',
    verdict: 'hold',
    message: expect.stringContaining('Gần giống 1 bình'),
  });
});

test('another text about the same thing is not a copy, nor are short texts', async () => {
  const { from } = await newService();
  await from('192.0.2.1', text);
  const other =
    'Tôi cũng vừa đi làm giấy tờ ở phường, phải chờ khá lâu nhưng cán bộ giải thích rõ ràng nên không sao.';
  expect((await from('192.0.2.2', other)).body.state).toBe('published');
  await from('192.0.2.3', 'Bài viết rất hay');
  expect((await from('192.0.2.4', 'Bài viết hay quá')).body.state).toBe('published');
});

test('copies are remembered for a day, and their sketches gone after another', async () => {
  const { service, from } = await newService();
  await from('192.0.2.1', text);
  service.clock.now += 49 * 60 * 60_000;
  expect((await from('192.0.2.2', text.replace('phường', 'xã'))).body.state).toBe('published');
  const rows = await service.deps.database.query(
    sql<{ count: number }>`select count(distinct comment_id) as count from sketch_parts`.compile(build),
  );
  expect(rows).toEqual([{ count: 1 }]);
});
