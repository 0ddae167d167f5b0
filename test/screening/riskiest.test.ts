import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { startService } from '../support/service.ts';

const mild = 'Con đường này nhỏ quá, xe tải không nên đi';

/** A site that publishes at once, where `count` comments of rising risk came before: 0, 1 / count, 2 / count … */
async function siteWith(count: number, share: number) {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean', pace: 'off' });
  const { database } = service.deps;
  await service.send({ body: mild, challenge: undefined });
  await database.query(
    sql`insert into comments (id, site_id, article_id, author, body, state, risk, sender, fingerprint, created_at)
      with recursive ranks (rank) as (select 0 union all select rank + 1 from ranks where rank + 1 < ${count})
      select 'c' || rank, site_id, article_id, author, body, iif(rank % 2, 'rejected', 'published'), rank * 1.0 / ${count},
        'somebody', 'f' || rank, created_at - rank from comments, ranks`.compile(build),
  );
  await service.setSite({ 'hold-share': share });
  const risk = (value: number) =>
    database.query(sql`update comments set risk = ${value} where id glob 'c*'`.compile(build));
  let sent = 0;
  const send = async (body: string) => {
    sent += 1;
    const { body: answer } = await service.send(
      { body, article: { key: `/bai-${sent}` }, challenge: undefined },
      { headers: { 'x-test-peer': `192.0.2.${sent}` } },
    );
    return answer.state;
  };
  return { service, send, risk };
}

const clean = 'Cảm ơn tòa soạn, bài viết rất hữu ích cho bà con';
const riskier = 'Quán này ngon thật, ai cũng khen chủ quán dễ thương lắm nha';

test('what is riskier than all but a share of the latest comments waits, and its finding says so', async () => {
  const { service, send, risk } = await siteWith(200, 10);
  await risk(0);
  expect(await send(riskier)).toBe('pending');
  const lan = await service.addModerator();
  const { body } = await service.json('GET', '/api/v1/queue', undefined, lan);
  expect(body.comments[0].findings).toEqual([
    { rule: 'riskiest', verdict: 'hold', message: 'Thuộc 10% bình luận rủi ro nhất gần đây của trang.' },
  ]);
});

test('what is less risky than the share is published', async () => {
  const { send } = await siteWith(200, 10);
  expect(await send(clean)).toBe('published');
});

test('nothing waits for that before the site has a hundred comments, nor where the share is 0', async () => {
  const few = await siteWith(90, 10);
  await few.risk(0);
  expect(await few.send(riskier)).toBe('published');
  const none = await siteWith(200, 0);
  await none.risk(0);
  expect(await none.send(riskier)).toBe('published');
});

test('the latest comments are looked at again after a minute', async () => {
  const { service, send, risk } = await siteWith(200, 10);
  expect(await send(clean)).toBe('published');
  await risk(0);
  expect(await send(riskier)).toBe('published');
  service.clock.now += 60_000;
  expect(await send(`${riskier}. Hẹn gặp lại`)).toBe('pending');
});

test('a share of all holds everything', async () => {
  const { send } = await siteWith(200, 100);
  expect(await send(clean)).toBe('pending');
});
