import { describe, expect } from 'vitest';
import { expectProblem, isoTime, jsonType } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';

const linked = '😀 Xem https://bit.ly/qua-tang nhé';

interface Found {
  id: string;
  body: string;
}

const found = async (service: Service, site: string, query: Record<string, string>): Promise<Found[]> =>
  (await service.queue(`${new URLSearchParams({ site, ...query })}`)).body.comments;

const bodies = async (service: Service, site: string, query: Record<string, string>) =>
  (await found(service, site, query)).map(({ body }) => body);

export function describeQueue(test: ContractTest): void {
  describe('the queue', () => {
    test('has each comment whole, with every reason and the words it is about', async ({ service }) => {
      const site = await service.heldSite();
      const article = { key: '/bai', title: 'Bài', url: 'https://bao.example/bai' };
      const { id } = (await service.send(site, { article, email: 'hoa@example.com', body: linked })).body;
      const { status, headers, body } = await service.queue(`site=${site}`);
      expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(jsonType)]);
      const { comments, ...rest } = body;
      expect(rest).toEqual({
        counts: { pending: 1, published: 0, rejected: 0, spam: 0 },
        apart: 0,
        appeals: 0,
        trusted: 0,
        reported: 0,
        nextCursor: null,
      });
      expect(comments).toMatchObject([
        { id, version: 1, site, article, author: 'Nguyễn Thị Hòa', body: linked, state: 'pending' },
      ]);
      const [{ risk, createdAt, findings }] = comments;
      expect([risk > 0 && risk < 1, createdAt]).toEqual([true, expect.stringMatching(isoTime)]);
      const { start, end, ...link } = findings.find(({ rule }: { rule: string }) => rule === 'links');
      expect(link).toEqual({ rule: 'links', verdict: 'hold', message: expect.stringMatching(/\S/) });
      expect(linked.slice(start, end)).toContain('bit.ly');
      expect(JSON.stringify(body)).not.toContain('hoa@example.com');
      const page = (await service.page(`/moderation?site=${site}`, service.owner)).text;
      expect(page).toMatch(/<mark[^>]*>[^<]*bit\.ly/);
    });

    test('is narrowed, ordered and paged without losing a comment', async ({ service }) => {
      const site = await service.heldSite();
      const ids = await service.sendMany(site, 4);
      const risky = (await service.send(site, { body: linked, article: { key: '/khac' } })).body.id;
      const asked = async (query: Record<string, string>) =>
        (await found(service, site, query)).map(({ id }) => id);
      expect(await asked({})).toEqual([...ids, risky]);
      expect(await asked({ sort: 'newest' })).toEqual([risky, ...ids.toReversed()]);
      expect((await asked({ sort: 'risk' }))[0]).toBe(risky);
      for (const query of [{ rule: 'links' }, { article: '/khac' }, { links: 'yes' }]) {
        expect([query, await asked(query)]).toEqual([query, [risky]]);
      }
      for (const sort of ['oldest', 'newest', 'risk']) {
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const { body } = await service.queue(`site=${site}&sort=${sort}&limit=2&cursor=${cursor}`);
          seen.push(...body.comments.map(({ id }: Found) => id));
          cursor = body.nextCursor;
        }
        expect([sort, seen]).toEqual([sort, await asked({ sort })]);
      }
      expectProblem(await service.queue('limit=101'), 422, 'invalid');
      expectProblem(await service.queue('state=khac'), 422, 'invalid');
    });

    test('finds words as written, or however they are written where they have no marks', async ({
      service,
    }) => {
      const site = await service.heldSite();
      const [má, mạ, đường] = ['Má tôi đi chợ', 'Mạ non ngoài đồng', 'Đường phố đông người'];
      for (const body of [má, mạ]) await service.send(site, { body });
      await service.send(site, { body: đường, author: 'Thu Hà' });
      expect(await bodies(service, site, { q: 'ma' })).toEqual([má, mạ]);
      expect(await bodies(service, site, { q: 'mạ'.normalize('NFD') })).toEqual([mạ]);
      expect(await bodies(service, site, { q: 'duong pho' })).toEqual([đường]);
      expect(await bodies(service, site, { q: 'thu hà' })).toEqual([đường]);
      expect(await bodies(service, site, { q: '" OR *' })).toEqual([]);
    });

    test('knows which comments are nearly alike', async ({ service }) => {
      const site = await service.heldSite();
      const said = 'Mua ngay hôm nay để nhận ưu đãi lớn nhất trong năm của chúng tôi';
      for (const body of [said, `${said} nha`, 'Một ý kiến khác hẳn, xin gửi tòa soạn đọc.']) {
        await service.send(site, { body });
      }
      const { comments } = (await service.queue(`site=${site}`)).body;
      expect(comments.map(({ alike }: { alike: number }) => alike)).toEqual([1, 1, 0]);
      expect(await bodies(service, site, { like: comments[0].id })).toEqual([said, `${said} nha`]);
      const page = (await service.page(`/moderation?site=${site}`, service.owner)).text;
      expect(page).toContain(`like=${comments[0].id}`);
    });

    test('tells an open page what changed since, and hands each moderator another comment', async ({
      service,
    }) => {
      const site = await service.heldSite();
      const [first = '', second = ''] = await service.sendMany(site, 2);
      const { link: _, ...lan } = await service.newModerator('Lan bên cạnh', [site]);
      const next = (who: Record<string, string>) => service.json('POST', '/api/v1/claims', { site }, who);
      expect([(await next(service.owner)).body, (await next(lan)).body]).toEqual([
        { id: first },
        { id: second },
      ]);
      const held = await service.json('PUT', `/api/v1/claims/${first}`, undefined, lan);
      expect([held.status, held.body]).toEqual([200, { claimed: false }]);
      await service.decideNew('publish', [first]);
      const since = encodeURIComponent(new Date(Date.now() - 60_000).toISOString());
      const changes = `/api/v1/queue/changes?site=${site}&since=${since}&ids=${first},${second}`;
      const { body, headers } = await service.json('GET', changes, undefined, lan);
      expect([body.newer, body.counts.published]).toEqual([1, 1]);
      expect(body.comments).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            id: first,
            state: 'published',
            version: 2,
            decidedBy: 'Chủ',
            action: 'publish',
          }),
          expect.objectContaining({
            id: second,
            state: 'pending',
            version: 1,
            decidedBy: null,
            action: null,
          }),
        ]),
      );
      const tag = { 'if-none-match': headers.get('etag') ?? '', ...lan };
      expect((await service.request('GET', changes, tag)).status).toBe(304);
    });

    test('lets words be corrected before they are published, and a sender be kept out', async ({
      service,
    }) => {
      const site = await service.heldSite();
      const [id] = await service.sendMany(site, 1);
      const change = { version: 1, author: 'Hòa', body: 'Đã sửa lỗi.' };
      const edit = () => service.json('PATCH', `/api/v1/comments/${id}`, change, service.owner);
      expect((await edit()).status).toBe(204);
      expectProblem(await edit(), 409, 'conflict');
      const { comments } = (await service.queue(`site=${site}`)).body;
      expect(comments).toMatchObject([{ version: 2, body: 'Đã sửa lỗi.', edited: { by: 'Chủ' } }]);
      const path = `/moderation/comments/${id}/block`;
      expect((await service.form(path, { hours: '24' }, service.owner)).status).toBe(303);
      const blocked = await service.send(site);
      expectProblem(blocked, 429, 'too-fast');
      expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(3600);
      await service.form(path, { hours: '0' }, service.owner);
      expect((await service.send(site)).status).toBe(202);
    });
  });
}
