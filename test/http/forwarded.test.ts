import { expect, test } from 'vitest';
import { clientOf, tooWide } from '../../src/http/forwarded/client.ts';
import { startService } from '../support/service.ts';

const trusted = ['10.0.0.0/8', '2001:db8::1', '::ffff:192.168.0.0/112'];
const proxy = '10.0.0.1';

test('an address is read in every form that a proxy gives it', () => {
  const forms = {
    '203.0.114.9': [
      '203.0.114.9',
      ' 203.0.114.9\t',
      '203.0.114.9:5061',
      '"203.0.114.9:5061"',
      '203.0.114.9:_p',
    ],
    '2001:db8::2': [
      '2001:db8::2',
      '2001:DB8:0::2',
      '[2001:db8::2]',
      '[2001:db8::2]:443',
      '"[2001:db8::2]:443"',
    ],
    '203.0.114.7': [
      '::ffff:203.0.114.7',
      '[::ffff:203.0.114.7]:80',
      '"::ffff:203.0.114.7"',
      '::ffff:cb00:7207',
    ],
  };
  for (const [address, written] of Object.entries(forms))
    for (const hop of written) {
      expect([hop, clientOf(proxy, { forwardedFor: hop }, trusted)]).toEqual([hop, { address }]);
      const forwarded = `for=6.6.6.6;proto=http , proto=https;FOR=${/[":[]/.test(hop) ? `"${hop.replaceAll('"', '')}"` : hop.trim()};by=x`;
      expect([forwarded, clientOf(proxy, { forwarded }, trusted)]).toEqual([forwarded, { address }]);
    }
});

test('what is no address is none, however a reader of numbers might take it', () => {
  const nonsense = [
    'unknown',
    '_hidden',
    '1',
    '0x7f000001',
    '1.2.3',
    '999.1.1.1',
    '[1.2.3',
    '1.2.3.4:5:6',
    'a, ',
    '::g',
  ];
  for (const hop of nonsense)
    expect([hop, clientOf(proxy, { forwardedFor: `1.2.3.4, ${hop}` }, trusted)]).toEqual([
      hop,
      { address: proxy, doubt: 'unreadable' },
    ]);
});

test('forwarding headers count only from a trusted peer, up to the first hop that is not one', () => {
  const from = (peer: string, forwardedFor?: string, forwarded?: string) =>
    clientOf(peer, { forwardedFor, forwarded }, trusted);
  expect(from('203.0.113.5', '1.2.3.4')).toEqual({ address: '203.0.113.5', doubt: 'untrusted' });
  expect(from('203.0.113.5', undefined, 'for=1.2.3.4')).toEqual({
    address: '203.0.113.5',
    doubt: 'untrusted',
  });
  expect(from('203.0.113.5')).toEqual({ address: '203.0.113.5' });
  expect(from(proxy, '1.2.3.4')).toEqual({ address: '1.2.3.4' });
  expect(from('::ffff:10.0.0.1', '6.6.6.6, 1.2.3.4, 10.9.9.9:80')).toEqual({ address: '1.2.3.4' });
  expect(from('192.168.0.9', '6.6.6.6,1.2.3.4 ,\t192.168.0.7')).toEqual({ address: '1.2.3.4' });
  expect(from(proxy, '1.2.3.4', 'for=6.6.6.6')).toEqual({ address: '1.2.3.4' });
  expect(from(proxy, '10.0.0.7')).toEqual({ address: '10.0.0.7' });
  expect(from(proxy)).toEqual({ address: proxy, doubt: 'unnamed' });
  expect(from(proxy, undefined, 'for="a, for=6.6.6.6, for="1.2.3.4"')).toMatchObject({ address: proxy });
});

test('a range that holds readers too is told from a network of one’s own', () => {
  const wide = [
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '8.0.0.0/7',
    '2000::/3',
    '::ffff:0.0.0.0/96',
  ];
  const own = ['127.0.0.1', '10.0.0.0/8', '172.16.0.0/12', '::1', 'fc00::/7', 'fe80::/10', '2001:db8::/32'];
  expect(tooWide([...own, ...wide])).toEqual(wide);
});

async function behindProxy(trustedProxies: string[]) {
  const service = await startService({ trustedProxies });
  const send = async (number: number, headers: Record<string, string>) => {
    const from = { 'x-test-peer': proxy, ...headers };
    return (await service.send({ body: `Ý kiến số ${number}` }, { headers: from })).status;
  };
  const doubts = () =>
    service.logged.map((line) => JSON.parse(line)).filter(({ event }) => event !== 'request');
  return { ...service, send, doubts };
}

test('readers behind a proxy that adds ports are as many senders as they are', async () => {
  const { send, doubts, setSite } = await behindProxy(['10.0.0.0/8']);
  await setSite({ captcha: 'off' });
  const statuses = Array.from({ length: 25 }, (_, index) =>
    send(index, { 'x-forwarded-for': `203.0.114.${index}:5061` }),
  );
  expect([new Set(await Promise.all(statuses)), doubts()]).toEqual([new Set([202]), []]);
});

test('what makes all readers one sender is a line once an hour that says what to set, and names no reader', async () => {
  const { send, doubts, clock } = await behindProxy([]);
  for (const number of [1, 2, 3]) await send(number, { 'x-forwarded-for': '203.0.114.9' });
  expect(doubts()).toEqual([
    {
      level: 'warn',
      event: 'a forwarding header came from a peer that is not trusted, so it does not count',
      advice: expect.stringContaining('TRUSTED_PROXIES'),
      peer: proxy,
    },
  ]);
  clock.now += 3_600_000;
  await send(4, { 'x-test-peer': '203.0.113.77', 'x-forwarded-for': '203.0.114.9' });
  expect(doubts().map(({ peer }) => peer)).toEqual([proxy, undefined]);
  expect(JSON.stringify(doubts())).not.toContain('203.0.');
});

test('a trusted proxy that names nobody, or not by an address, is told with what to set', async () => {
  const { send, doubts } = await behindProxy(['10.0.0.0/8']);
  await send(1, {});
  await send(2, { 'x-forwarded-for': 'unknown' });
  await send(3, { 'x-forwarded-for': '_secret' });
  expect(doubts().map(({ event, peer }) => [event, peer])).toEqual([
    ['a trusted proxy named no client, so all who come through it are one sender', proxy],
    ['a trusted proxy named a client by no address, so all who come like that are one sender', proxy],
  ]);
});
