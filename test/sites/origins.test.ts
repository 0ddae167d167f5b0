import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings.ts';
import { parseSiteSetting } from '../../src/sites/parse-setting.ts';
import { siteSettings } from '../../src/sites/site.ts';
import { build } from '../../src/store/database.ts';
import { publicUrl, startService } from '../support/service.ts';

const taken = [
  ['https://bao.example', 'https://bao.example'],
  ['HTTPS://Bao.Example/', 'https://bao.example'],
  ['https://báo.example', 'https://xn--bo-mia.example'],
  ['http://localhost:8000', 'http://localhost:8000'],
  ['https://bao.example:443', 'https://bao.example'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
];

test.for(taken)('%s is taken as an origin', ([given, origin]) => {
  expect(parseSiteSetting('origins', given ?? '')).toEqual({ origins: [origin] });
});

/** In the host of a URL they are letters like others. */
const inHosts = ['*', '*.bao.example', 'x;sandbox', "x'self'", 'x"y', 'x(y)', 'x=y', 'x&y', 'x+y', 'x~y'];
const notOrigins = [
  ...inHosts.map((host) => `https://${host}`),
  '*',
  "'self'",
  'https:',
  'https://',
  'https://bao.example/tin',
  'https://bao.example?x',
  'https://bao.example#x',
  'https://lan@bao.example',
  'https://lan:mat-khau@bao.example',
  'https://bao.example evil.example',
  'https://bao\n.example',
  'https:\\\\bao.example',
  'data:text/html,x',
  'null',
];

test.for(notOrigins)('%j is refused as an origin, however it is given', (text) => {
  expect(siteSettings.safeParse({ name: 'Báo', origins: [text] }).success).toBe(false);
  expect(() => parseSiteSetting('origins', text)).toThrow('origins takes');
});

test.for(inHosts)('a public address whose host is %s stops the start', (host) => {
  expect(() => readSettings({ PUBLIC_URL: `https://${host}` })).toThrow('PUBLIC_URL must be');
});

test('what a site was stored with before says nothing in a header, and its pages go on', async () => {
  const service = await startService();
  const plain = await headersOf(service);
  const odd = [
    'https://x;sandbox',
    'https://*',
    "'unsafe-inline'",
    'https://a,https://b',
    'https://x\r\nX-Evil: 1',
  ];
  const origins = JSON.stringify([...odd, 'https://bao.example']);
  const settings = { origins, name: 'Báo;sandbox\r\nX-Evil: 1', reject_reasons: JSON.stringify(odd) };
  await service.deps.database.query(build.updateTable('sites').set(settings).compile());
  const [frame, ...others] = plain;
  const policy = frame?.['content-security-policy']?.replace(publicUrl, 'https://bao.example');
  expect(await headersOf(service)).toEqual([{ ...frame, 'content-security-policy': policy }, ...others]);
});

/** Of each page that belongs to a site, but for what is different at each request. */
async function headersOf(service: Awaited<ReturnType<typeof startService>>) {
  const paths = ['/embed/demo?article=/a', '/api/v1/sites/demo/comments?article=/a', '/'];
  const answers = await Promise.all(
    paths.map((path) => service.request(path, { headers: { origin: 'https://evil.example' } })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  return answers.map(({ headers }) => {
    const { etag, 'x-request-id': id, 'content-length': length, ...rest } = Object.fromEntries(headers);
    return rest as Record<string, string>;
  });
}
