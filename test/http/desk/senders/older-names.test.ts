import { expect, test } from 'vitest';
import { nameOf, open } from './support.ts';

const places = {
  'an address': { 'x-test-peer': '203.0.113.9' },
  'a network of IPv6': { 'x-test-peer': '2001:db8:1:2::9' },
};

test.for(Object.entries(places))(
  '%s is found by the longer name that kept addresses of the desk have for it',
  async ([, from]) => {
    const { service, lan, id } = await open(from);
    const name = await nameOf(service, lan, id);
    const longer = name
      .split('.')
      .map((hash) => hash.padEnd(43, 'x'))
      .join('.');
    const ask = async (path: string) => (await service.json('GET', path, undefined, lan)).body;
    const ids = async (sender: string) =>
      (await ask(`/api/v1/queue?state=published&sender=${sender}`)).comments.map(
        (one: { id: string }) => one.id,
      );
    expect([await ids(longer), await ids('x'.repeat(43))]).toEqual([[id], []]);
    const sender = await ask(`/api/v1/senders/${longer}?site=demo`);
    expect(sender).toEqual(await ask(`/api/v1/senders/${name}?site=demo`));
    const page = await service.request(`/moderation?state=published&sender=${longer}`, { headers: lan });
    expect(await page.text()).toContain('Ý kiến thứ 1 của tôi.');
  },
);
