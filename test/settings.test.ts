import { expect, test } from 'vitest';
import { accessOf, publicUrlOf, readSettings, settingNames } from '../src/settings.ts';

test('an empty environment gives the defaults', () => {
  expect(readSettings({})).toEqual({
    PORT: 8787,
    HOST: '127.0.0.1',
    DATA_DIR: './data',
    TRUSTED_PROXIES: [],
    PASSWORDS: 'on',
    OIDC_SCOPE: 'openid profile',
    OIDC_CLAIM: 'groups',
    OIDC_OWNERS: [],
    OIDC_MODERATORS: [],
    JUDGE_ADDRESSES: [],
    DEMO_COMMENTS: 'on',
    LOG_LEVEL: 'info',
  });
  expect(accessOf(readSettings({}))).toEqual({ passwords: true });
});

test('mail is there with all that belongs to it, or not at all', () => {
  const told = (given: Record<string, string>) => {
    try {
      return readSettings(given).SMTP_URL;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const SMTP_URL = 'smtps://ten:matkhau@mail.example:465';
  const mail = { SMTP_URL, MAIL_FROM: 'binh-luan@bao.example' };
  expect(told(mail)).toBe(SMTP_URL);
  expect(told({ MAIL_FROM: mail.MAIL_FROM })).toBeUndefined();
  expect(told({ SMTP_URL })).toBe('MAIL_FROM must be set with SMTP_URL: an e-mail address');
  expect(told({ ...mail, MAIL_FROM: 'Bình luận' })).toBe(
    'MAIL_FROM must be an e-mail address, not "Bình luận"',
  );
  for (const wrong of ['mail.example:587', 'https://mail.example', 'smtp://'])
    expect(told({ ...mail, SMTP_URL: wrong })).toMatch(/^SMTP_URL must be an address such as smtps:/);
  const dkim = { DKIM_DOMAIN: 'bao.example', DKIM_SELECTOR: 'thu', DKIM_KEY_FILE: 'key.pem' };
  expect(told({ ...mail, ...dkim })).toBe(SMTP_URL);
  expect(told({ ...mail, DKIM_DOMAIN: 'bao.example' })).toMatch(/^DKIM_SELECTOR must be set too/);
  expect(told(dkim)).toMatch(/^SMTP_URL must be set too/);
});

const provider = {
  OIDC_ISSUER: 'https://accounts.example/realms/bao',
  OIDC_CLIENT_ID: 'binh-luan',
  OIDC_CLIENT_SECRET: 's',
  OIDC_MODERATORS: 'desk=bao-moi, bao-cu; CN=Editors,OU=News = *;',
};

test('a provider of accounts is there with all that belongs to it, or not at all', () => {
  const moderators = [
    { value: 'desk', sites: ['bao-moi', 'bao-cu'] },
    { value: 'CN=Editors,OU=News', sites: [] },
  ];
  expect(accessOf(readSettings({ ...provider, PASSWORDS: 'off' }))).toEqual({
    passwords: false,
    provider: {
      issuer: provider.OIDC_ISSUER,
      clientId: 'binh-luan',
      clientSecret: 's',
      scope: 'openid profile',
      claim: 'groups',
      owners: [],
      moderators,
    },
  });
  const told = (given: Record<string, string>) => {
    try {
      return accessOf(readSettings(given));
    } catch (error) {
      return (error as Error).message;
    }
  };
  const three = 'must be set too: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET belong together';
  expect(told({ ...provider, OIDC_CLIENT_SECRET: '' })).toBe(`OIDC_CLIENT_SECRET ${three}`);
  expect(told({ OIDC_OWNERS: 'a=*' })).toBe(`OIDC_ISSUER ${three}`);
  expect(told({ PASSWORDS: 'off' })).toMatch(/^PASSWORDS must be on where OIDC_ISSUER is not set/);
  expect(told({ ...provider, OIDC_MODERATORS: '' })).toMatch(/^OIDC_OWNERS or OIDC_MODERATORS must be set/);
  for (const grants of ['desk', 'desk=', 'desk=Bao Moi', '=*', 'a=*;b'])
    expect([grants, told({ ...provider, OIDC_OWNERS: grants })]).toEqual([
      grants,
      `OIDC_OWNERS must be groups and their sites: GROUP=SITE,SITE; GROUP=* (all sites), separated by semicolons, not "${grants.split(';').at(-1)}"`,
    ]);
  for (const issuer of [
    'accounts.example',
    'http://accounts.example',
    'https://a@b.example',
    'https://b.example/?x',
  ])
    expect([issuer, told({ ...provider, OIDC_ISSUER: issuer })]).toEqual([
      issuer,
      `OIDC_ISSUER must be the https address of an OpenID Connect provider, or an http one on this machine${issuer.includes('@') ? '' : `, not "${issuer}"`}`,
    ]);
  expect(told({ ...provider, OIDC_ISSUER: 'http://localhost:9000' })).toMatchObject({ passwords: true });
  expect(told({ ...provider, OIDC_SCOPE: 'profile' })).toMatch(/^OIDC_SCOPE must be scopes/);
});

/** What the environment gives a setting that is wrong, and what of it the sentence names. */
const mistakes: Partial<Record<(typeof settingNames)[number], [given: string, named: string | null][]>> = {
  PORT: [
    ['http', 'http'],
    ['0', '0'],
    ['65536', '65536'],
    ['80.5', '80.5'],
  ],
  HOST: [
    ['khong co', 'khong co'],
    ['127.0.0.1:80', '127.0.0.1:80'],
  ],
  SECRET: ['', 'short', ' '.repeat(40), `${'k'.repeat(31)}\n`].map((secret) => [secret, null]),
  OLD_SECRET: [['short', null]],
  PUBLIC_URL: [
    ['javascript:1', 'javascript:1'],
    ['baomoi.example', 'baomoi.example'],
    ['https://a:mat-khau@c.example', null],
    ['https://c.example/?a', 'https://c.example/?a'],
    ['https://c.example/a;b', 'https://c.example/a;b'],
    ['https://c.example//a', 'https://c.example//a'],
  ],
  TRUSTED_PROXIES: [
    ['10.0.0.1, nowhere', 'nowhere'],
    ['10.0.0.0/33', '10.0.0.0/33'],
  ],
  PASSWORDS: [['OFF', 'OFF']],
  OIDC_ISSUER: [['accounts.example', 'accounts.example']],
  OIDC_SCOPE: [['profile', 'profile']],
  OIDC_OWNERS: [['a=*; Ban biên tập', 'Ban biên tập']],
  OIDC_MODERATORS: [['desk', 'desk']],
  SMTP_URL: [['ten:mat-khau@mail.example:587', null]],
  MAIL_FROM: [['Bình luận\n', 'Bình luận\\n']],
  DKIM_DOMAIN: [['bao_.example/', 'bao_.example/']],
  DKIM_SELECTOR: [['a b', 'a b']],
  JUDGE_ADDRESSES: [
    ['http://10.0.0.5, ftp://10.0.0.6', 'ftp://10.0.0.6'],
    ['http://a:mat-khau@10.0.0.5', null],
  ],
  DEMO_COMMENTS: [['false', 'false']],
  LOG_LEVEL: [['loud', 'loud']],
};

/** Any text may be one of these; whether it is the right one shows when it is used. */
const takeAnything = ['DATA_DIR', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLAIM', 'DKIM_KEY_FILE'];

test('a wrong value of any setting is told in one line that names it, what it takes, and what it was but for a secret', () => {
  const told = (name: string, value: string) => {
    try {
      readSettings({ [name]: value });
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  };
  for (const name of settingNames.filter((name) => !takeAnything.includes(name))) {
    expect([name, mistakes[name]?.length]).not.toEqual([name, undefined]);
    for (const [given, named] of mistakes[name] ?? []) {
      const sentence = told(name, given);
      expect([name, sentence.split('\n').length, sentence]).toEqual([
        name,
        1,
        expect.stringMatching(new RegExp(`^${name} must be .{5,}`)),
      ]);
      expect([name, sentence.includes(', not "'), sentence.includes('mat-khau')]).toEqual([
        name,
        named !== null,
        false,
      ]);
      if (named !== null) expect(sentence.endsWith(`, not "${named}"`), sentence).toBe(true);
    }
  }
});

test('what was given is cut where it is long, and never more than one line', () => {
  const told = (LOG_LEVEL: string) => {
    try {
      return readSettings({ LOG_LEVEL });
    } catch (error) {
      return (error as Error).message.split(', not ')[1];
    }
  };
  expect(told('a'.repeat(500))).toBe(`"${'a'.repeat(60)}…"`);
  expect(told('a\r\nb\u2028\u0085\u001b[2J')).toBe('"a\\r\\nb\ufffd\ufffd\\u001b[2J"');
});

test('the public address is where it listens, unless it is given', () => {
  expect(publicUrlOf(readSettings({ HOST: '::1', PORT: '9000' }))).toBe('http://[::1]:9000');
  for (const HOST of ['0.0.0.0', '::', '0:0:0:0:0:0:0:0', '0'])
    expect(publicUrlOf(readSettings({ HOST }))).toBe('http://localhost:8787');
  for (const [PUBLIC_URL, seen] of [
    ['https://binh-luan.example/', 'https://binh-luan.example'],
    ['https://Báo.example/binh-luan/', 'https://xn--bo-mia.example/binh-luan'],
    ['https://bao.example/a/b', 'https://bao.example/a/b'],
  ] as const)
    expect(publicUrlOf(readSettings({ PUBLIC_URL }))).toBe(seen);
});
