import { Buffer } from 'node:buffer';
import { describe, expect } from 'vitest';
import { expectProblem, isoTime } from './problem.ts';
import type { Service } from './service.ts';
import type { ContractTest } from './suite.ts';
import { doWork } from './work.ts';

const open = (service: Service, site: string, asked: object = {}) =>
  service.json('POST', `/api/v1/sites/${site}/challenges`, asked);

async function openAndWork(service: Service, site: string) {
  const { id, proofOfWork } = (await open(service, site)).body;
  return { id, proofOfWork: await doWork(proofOfWork) };
}

export function describeCaptcha(test: ContractTest): void {
  describe('the captcha', () => {
    test('its picture is a real PNG of the shape that is told', async ({ service }) => {
      const { status, body } = await open(service, 'demo');
      expect([status, body.id, body.expiresAt]).toEqual([
        201,
        expect.stringMatching(/^\S{16,}$/),
        expect.stringMatching(isoTime),
      ]);
      expect(Date.parse(body.expiresAt)).toBeGreaterThan(Date.now() + 5 * 60_000);
      const { contentType, data, width, height } = body.image;
      const picture = Buffer.from(data, 'base64');
      expect([contentType, picture.toString('latin1', 0, 8)]).toEqual(['image/png', '\x89PNG\r\n\x1a\n']);
      expect(picture.readUInt32BE(16) / picture.readUInt32BE(20)).toBeCloseTo(width / height, 2);
      expect(picture.subarray(-12).toString('latin1', 4, 8)).toBe('IEND');
    });

    test('its sound is a real WAV, in both languages, while the captcha is open', async ({ service }) => {
      const { id, audio } = (await open(service, 'demo')).body;
      expect(audio).toEqual({
        contentType: 'audio/wav',
        url: `${service.url}/api/v1/challenges/${id}/audio`,
      });
      const path = new URL(audio.url).pathname;
      for (const language of ['vi', 'en']) {
        const { status, headers, bytes } = await service.request('GET', `${path}?language=${language}`);
        expect([status, headers.get('content-type')]).toEqual([200, 'audio/wav']);
        expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WAVE']);
        expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
        expect(bytes.length).toBeGreaterThan(20_000);
      }
      expectProblem(await service.request('GET', '/api/v1/challenges/khong-co/audio'), 404, 'not-found');
    });

    test('met by work, it is spent once, even by two at once, and the comment waits where the site wants that', async ({
      service,
    }) => {
      const site = await service.newSite({ moderation: 'publish-clean', 'work-held': 'on' });
      const challenge = await openAndWork(service, site);
      const both = await Promise.all([1, 2].map(() => service.send(site, { challenge })));
      const [taken, refused] = both.sort((one, other) => one.status - other.status);
      expect([taken?.status, taken?.body.state, refused?.status]).toEqual([202, 'pending', 422]);
      expect(refused?.body.errors).toMatchObject([{ field: 'challenge', code: 'failed' }]);
      const { comments } = (await service.queue(`site=${site}`)).body;
      expect(comments.map(({ findings }: { findings: object[] }) => findings)).toEqual([
        [{ rule: 'captcha', verdict: 'hold', message: expect.stringMatching(/\S/) }],
      ]);
    });

    test('a wrong answer spends it, and so does none', async ({ service }) => {
      const site = await service.newSite();
      for (const wrong of [{ answer: 'sai' }, {}]) {
        const { id, proofOfWork } = await openAndWork(service, site);
        const refused = await service.send(site, { challenge: { id, ...wrong } });
        expect(expectProblem(refused, 422, 'invalid')).toEqual(['challenge: failed']);
        const late = await service.send(site, { challenge: { id, proofOfWork } });
        expect(expectProblem(late, 422, 'invalid')).toEqual(['challenge: failed']);
      }
      const without = await service.send(site);
      expect(expectProblem(without, 422, 'invalid')).toEqual(['challenge: failed']);
    });

    test('a reset kills the old one at once', async ({ service }) => {
      const site = await service.newSite();
      const old = await openAndWork(service, site);
      const fresh = (await open(service, site, { replaces: old.id })).body;
      expectProblem(await service.request('GET', `/api/v1/challenges/${old.id}/audio`), 404, 'not-found');
      expect(expectProblem(await service.send(site, { challenge: old }), 422, 'invalid')).toEqual([
        'challenge: failed',
      ]);
      const met = { id: fresh.id, proofOfWork: await doWork(fresh.proofOfWork) };
      expect((await service.send(site, { challenge: met })).status).toBe(202);
    });

    test('the work of one captcha meets no other, nor one of another site', async ({ service }) => {
      const [site, other] = [await service.newSite(), await service.newSite()];
      const one = await openAndWork(service, site);
      const { id } = (await open(service, site)).body;
      const borrowed = await service.send(site, { challenge: { ...one, id } });
      const abroad = await service.send(other, { challenge: one });
      expect([borrowed.status, abroad.status]).toEqual([422, 422]);
    });

    test('a site offers the ways that it chose', async ({ service }) => {
      const offered = async (captcha: string) => {
        const { body } = await open(service, await service.newSite({ captcha }));
        return Object.keys(body).sort();
      };
      const always = ['expiresAt', 'id', 'image'];
      expect(await offered('picture')).toEqual(always);
      expect(await offered('work')).toEqual(['audio', ...always, 'pictureBesides', 'proofOfWork']);
      expect((await service.send(await service.newSite({ captcha: 'off' }))).status).toBe(202);
    });

    test('it is opened without a body too, and never for a site that is not there', async ({ service }) => {
      const path = '/api/v1/sites/demo/challenges';
      expect((await service.request('POST', path)).status).toBe(201);
      expect((await service.request('POST', path, { 'content-type': 'application/json' })).status).toBe(201);
      expectProblem(await open(service, 'khong-co'), 404, 'not-found');
    });
  });
}
