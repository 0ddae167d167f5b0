import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { poster, type Resolve } from '../../src/notices/channels/post.ts';
import { fetchPoster } from '../../src/notices/channels/post-by-fetch.ts';
import { targetOf } from '../../src/notices/channels/target.ts';
import { startReceiver } from '../support/receiver.ts';

const outside = { loopback: false };

/** Ways to write what is no address outside: of this machine, its networks, what the cloud keeps for itself, and standing for those. */
const hosts = [
  ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'printer', 'printer.local', 'db.internal'],
  ...[
    'metadata.google.internal',
    'metadata',
    'router.lan',
    'nas.home.arpa',
    'x.test',
    'wiki.corp',
    'kubernetes',
  ],
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '017700000001', '0177.0.0.1'],
  ...['127.0.0.1.', '127.255.255.254', '0', '0.0.0.0', '0x0', '00', '1.0.0.0.', '0.1.2.3'].filter(
    (host) => host !== '1.0.0.0.',
  ),
  ...[
    '10.0.0.1',
    '10.255.255.255',
    '10.1',
    '0xa.1',
    '167772161',
    '012.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...['192.168.0.1', '192.168.1', '0xc0a80001', '3232235521', '192.168.257', '100.64.0.1', '100.127.255.254'],
  ...['169.254.169.254', '169.254.0.1', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '169.254.43518'],
  ...['192.0.0.1', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.9', '192.88.99.1'],
  ...[
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '１２７.０.０.１',
    '①27.0.0.1',
    '127。0。0。1',
  ],
  ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]'],
  ...['[::ffff:169.254.169.254]', '[::ffff:8.8.8.8]', '[::127.0.0.1]', '[::7f00:1]', '[::ffff:0:127.0.0.1]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b::a00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2002:a00:1::]'],
  ...[
    '[2001::1]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fe80::a9fe:a9fe]',
    '[febf::1]',
    '[fc00::1]',
    '[fd00::1]',
  ],
  ...[
    '[fd00:ec2::254]',
    '[fec0::1]',
    '[ff02::1]',
    '[ff0e::1]',
    '[2001:db8::1]',
    '[100::1]',
    '[2001:2::1]',
    '[2001:10::1]',
  ],
  ...['%6c%6f%63%61%6c%68%6f%73%74', '127.0.0.1%2f', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ'],
];

test('no spelling of an address that is not outside is one', () => {
  const addresses = hosts.flatMap((host) => [`https://${host}/hook`, `https://${host}:8443/`]);
  const others = [
    ...[
      'http://hooks.example.com/',
      'ftp://hooks.example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:,x',
    ],
    ...[
      'https://user@hooks.example.com/',
      'https://user:pass@hooks.example.com/',
      'https://hooks.example.com@127.0.0.1/',
    ],
    ...['//hooks.example.com', 'hooks.example.com', '', 'https://', 'https:///', 'https:\\\\127.0.0.1\\'],
  ];
  expect(addresses.length + others.length).toBeGreaterThan(200);
  const taken = [...addresses, ...others].filter((address) => targetOf(address, outside));
  expect(taken).toEqual([]);
});

test('public addresses are outside, by name and by number', () => {
  const addresses = [
    'https://hooks.slack.com/services/a',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]:8443/x?y=1',
  ];
  expect(addresses.filter((address) => !targetOf(address, outside))).toEqual([]);
});

test('nothing is connected to where a name leads to this machine', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const post = poster(outside);
  for (const address of [...hosts.map((host) => `https://${host}:${port}/`), `https://localtest.me:${port}/`])
    await expect(async () => post({ url: address, headers: {}, body: '{}' })).rejects.toThrow();
  expect(connections).toBe(0);
});

test('nothing is connected to where a name leads outside at first and to this machine then, or is redirected there', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const here = { address: '127.0.0.1', family: 4 };
  const there = { address: '192.0.2.1', family: 4 };
  const mapped = { address: '::ffff:127.0.0.1', family: 6 };
  for (const later of [[here], [mapped], [{ address: '8.8.8.8', family: 4 }, here], [there], []]) {
    let asked = 0;
    /** What was looked at first, such as by whoever only verifies a name, says nothing of what is connected to. */
    const rebinding: Resolve = (_, __, tell) => {
      asked += 1;
      tell(null, later);
    };
    const post = poster(outside, rebinding);
    const address = `https://rebinding.example.com:${port}/hook`;
    expect(targetOf(address, outside)).toBeDefined();
    await expect(async () => post({ url: address, headers: {}, body: '{}' })).rejects.toThrow('not outside');
    expect(asked).toBe(1);
  }
  expect(connections).toBe(0);
});

test('a redirect to this machine is not followed', async () => {
  const [inside, receiver] = [await startReceiver(), await startReceiver()];
  const post = poster({ loopback: true });
  for (const status of [301, 302, 303, 307, 308]) {
    receiver.answer = (_, response) => void response.writeHead(status, { location: inside.url }).end();
    expect(await post({ url: receiver.url, headers: {}, body: '{}' })).toMatchObject({ status });
  }
  expect([receiver.received.length, inside.connections]).toEqual([5, 0]);
});

test('of a long answer no more than 64 kB is read, and of an endless one nothing for longer than five seconds', async () => {
  const receiver = await startReceiver();
  const post = poster({ loopback: true });
  let closed = 0;
  receiver.answer = (_, response) => {
    response.on('close', () => {
      closed += 1;
    });
    const more = () =>
      void (response.destroyed || response.write('x'.repeat(16_384), () => setImmediate(more)));
    more();
  };
  expect((await post({ url: receiver.url, headers: {}, body: '{}' })).body.length).toBe(65_536);
  await expect.poll(() => closed).toBe(1);
  receiver.answer = (_, response) => {
    const timer = setInterval(() => response.write('x'), 50);
    response.on('close', () => clearInterval(timer));
  };
  const began = performance.now();
  await expect(post({ url: receiver.url, headers: {}, body: '{}' })).rejects.toThrow();
  expect(performance.now() - began).toBeGreaterThan(4900);
});

test('a connection that its other end closed meanwhile is not taken for a receiver that fails', async () => {
  const receiver = await startReceiver();
  const post = poster({ loopback: true });
  for (let at = 0; at < 30; at += 1) {
    receiver.answer = ({ path }, response) => {
      response.end();
      // Kept, as the answer says, and gone by the time that it is used again.
      if (path === '/') setImmediate(() => response.socket?.destroy());
    };
    expect((await post({ url: receiver.url, headers: {}, body: '{}' })).status).toBe(200);
  }
});

test('on the platform no more than six are on their way at once, and who waits is not late', async () => {
  const receiver = await startReceiver();
  const held: (() => void)[] = [];
  receiver.answer = (_, response) => void held.push(() => response.writeHead(204).end());
  const post = fetchPoster({ loopback: true });
  const posts = Array.from({ length: 15 }, () => post({ url: receiver.url, headers: {}, body: '{}' }));
  for (const most of [6, 12, 15]) {
    await expect.poll(() => receiver.received.length).toBe(most);
    for (const answer of held.splice(0)) answer();
  }
  expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(15).fill(204));
});
