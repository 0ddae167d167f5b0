import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { answerOf, asOfChallenge, newChallengeId, readChallengeId } from '../../src/captcha/challenge-id.ts';
import { deriveAtOnce, newKey, newWork, type Solved, stepOfWork } from '../../src/captcha/work.ts';
import { recognizeSender } from '../../src/comments/sender.ts';
import { findHalfway, halfwayToken } from '../../src/moderators/halfway.ts';
import { addMark, findMark } from '../../src/moderators/known-browser.ts';
import { inviteByCommand, readPasswordLink } from '../../src/moderators/password-link.ts';
import { hashRecoveryCode } from '../../src/moderators/recovery-code.ts';
import { ownerOf, seal, unseal } from '../../src/moderators/seal.ts';
import { sealAnew } from '../../src/moderators/seal-anew.ts';
import { knownMailboxOf, mailboxOf, mailboxToken, readMailboxToken } from '../../src/notices/mail/mailbox.ts';
import { moderatorToken, readModeratorToken } from '../../src/notices/mail/moderators/mailbox-token.ts';
import { secretsOf } from '../../src/readers/identity-keys.ts';
import { build } from '../../src/store/database.ts';
import { blockSender } from '../../src/store/limits/blocks.ts';
import { findOpenAccount } from '../../src/store/moderators/accounts.ts';
import { takeRecoveryCode } from '../../src/store/moderators/second-factors.ts';
import { refuseAll } from '../../src/store/notices/mailboxes.ts';
import { findSite } from '../../src/store/sites.ts';
import { everySecret } from '../../src/world/secrets.ts';
import { doWork } from '../contract/work.ts';
import { plainComment, vouching } from '../support/identity.ts';
import { type Service, startService } from '../support/service.ts';

const next = 'another secret for tests, of 32 characters or more';

/** From now on another secret counts; what the old one made is good beside it, or is not. */
function rotate({ deps }: Service, overlap: boolean): void {
  deps.oldSecrets = overlap ? [deps.secret] : [];
  deps.secret = next;
}

const run = ({ deps }: Service, query: string) =>
  deps.database.query(sql<Record<string, string>>`${sql.raw(query)}`.compile(build));

/** What hangs on the secret, and what becomes of what the old one made. */
const purposes: Readonly<Record<string, string>> = {
  'captcha answer': 'good in the overlap',
  'captcha audio': 'good in the overlap',
  'captcha picture': 'good in the overlap',
  'captcha style': 'pictures are drawn otherwise from then on',
  'challenge id': 'good in the overlap',
  'halfway signed in': 'good in the overlap',
  'imported comment': 'made without the secret',
  'known browser': 'good in the overlap',
  mailbox: 'good in the overlap',
  'mailbox token': 'good in the overlap',
  'moderator mailbox token': 'good in the overlap',
  'password link': 'good in the overlap',
  place: 'made anew with each page',
  'proof of work': 'good in the overlap',
  reader: 'good in the overlap',
  receipt: 'good in the overlap',
  'recovery code': 'good in the overlap',
  reply: 'good in the overlap',
  retry: 'of a request that a restart cut off',
  seal: 'sealed anew at the start',
  sender: 'blocks are good in the overlap; counts begin anew',
  visit: 'a minute old',
  visited: 'a minute old',
  visitor: 'counts begin anew',
};

test('for each purpose of the secret it is said what becomes of what the old one made', () => {
  const source = globSync('src/**/*.ts', { exclude: ['src/filter/**'] }).map((path) =>
    readFileSync(path, 'utf8'),
  );
  const used = source.flatMap((text) =>
    [...text.matchAll(/keyed(?:Hash|Random)\(\s*[^,]+,\s*'([a-z -]+)'/g)].map(([, purpose = '']) => purpose),
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(purposes).sort());
});

test.for([true, false])(
  'what a reader got is good in the overlap, and not after it (%s)',
  async (overlap) => {
    const service = await startService();
    const { deps } = service;
    const site = await findSite(deps.database, 'demo');
    if (!site) throw new Error('no site demo');
    await service.setSite({ moderation: 'publish-clean' });
    const { id, receipt } = (await service.send()).body;
    const old = { secret: deps.secret };
    const challenge = await service.solveChallenge();
    const { id: worked } = newChallengeId(deps, 'demo');
    const key = await newKey(1, deps.random, deriveAtOnce);
    const puzzle = await newWork(deps.secret, { challenge: worked, step: 2 }, key);
    const solved = (await doWork(puzzle)) as Solved;
    const letter = mailboxToken(old, { site: 'demo', mailbox: 'm' });
    const toModerator = moderatorToken(old, { moderator: 'lan', mailbox: 'm' });
    const { ids } = await recognizeSender(deps, site, ['192.0.2.1']);
    rotate(service, overlap);
    const is = (works: boolean) => expect(works).toBe(overlap);
    is((await service.json('GET', `/api/v1/receipts/${receipt}`)).status === 200);
    const listed = await service.json('POST', '/api/v1/sites/demo/receipts', { receipts: [receipt] });
    is(listed.body.comments.some((one: { id: string }) => one.id === id));
    is(readChallengeId(deps, challenge.id) !== undefined);
    is(answerOf(asOfChallenge(deps, challenge.id), challenge.id) === challenge.answer);
    is((await stepOfWork(asOfChallenge(deps, worked).secret, worked, solved)) === 2);
    const { status } = await service.send({ challenge, body: 'Gửi với mã xác nhận đã nhận từ trước.' });
    is(status === 202);
    for (const read of [() => readMailboxToken(deps, letter), () => readModeratorToken(deps, toModerator)])
      if (overlap) expect(read()).toMatchObject({ mailbox: 'm' });
      else expect(read).toThrow();
    const sender = await recognizeSender(deps, site, ['192.0.2.1']);
    is(ids.every((one) => sender.ids.includes(one)));
    expect(ids).not.toContain(sender.id);
  },
);

test('a block of a sender and a no of a mailbox hold, and a known reader has what was theirs', async () => {
  const service = await startService();
  const { deps } = service;
  const site = await vouching(service, { captcha: 'off' });
  const send = (more: object, headers = {}) =>
    service.json('POST', '/api/v1/sites/demo/comments', plainComment({ author: 'Hòa', ...more }), headers);
  await send({ body: 'Ý kiến đã đăng nhập.' }, site.as());
  await send({ body: 'Ý kiến thứ hai.' });
  await service.addModerator();
  const [row] = await run(
    service,
    `select sender, (select id from moderators) as lan from comments where badge is null`,
  );
  const now = service.clock.now;
  await blockSender(deps.database, {
    ...{ site: 'demo', sender: row?.sender ?? '', moderatorId: row?.lan ?? '', now, until: now + 9_000_000 },
  });
  const refused = mailboxOf(deps, 'hoa@bao.example');
  await refuseAll(deps.database, refused, now);
  rotate(service, true);
  service.clock.now += 3_600_000;
  expect((await send({ body: 'Một ý kiến khác nữa.' })).status).toBe(429);
  expect(await knownMailboxOf(deps, 'Hoa@bao.example')).toBe(refused);
  expect(await knownMailboxOf(deps, 'nam@bao.example')).toBe(mailboxOf({ secret: next }, 'nam@bao.example'));
  const own = async () =>
    (await service.json('GET', '/api/v1/sites/demo/own', undefined, site.as())).body.comments.length;
  expect(await own()).toBe(1);
  await send({ body: 'Ý kiến sau khi đổi khóa.' }, site.as());
  deps.oldSecrets = [];
  await sealAnewFor(service);
  expect(await own()).toBe(2);
});

const sealAnewFor = ({ deps }: Service) =>
  sealAnew({ ...deps, oldSecrets: ['a secret for tests, of 32 characters or more'] });

test('what a moderator got is good in the overlap: link, half a sign-in, browser and recovery codes', async () => {
  const service = await startService();
  const { deps } = service;
  await service.addModerator();
  const [row] = await run(service, 'select id from moderators');
  const id = row?.id ?? '';
  const link = await inviteByCommand(deps, id);
  const account = await findOpenAccount(deps.database, id);
  if (!account) throw new Error('no account');
  const token = halfwayToken(deps, account);
  const browser = addMark(deps, '', account);
  await run(
    service,
    `insert into recovery_codes values ('${id}', '${hashRecoveryCode(deps, id, 'k7f3-9dqm')}')`,
  );
  for (const overlap of [false, true]) {
    if (overlap) deps.oldSecrets = ['a secret for tests, of 32 characters or more'];
    else rotate(service, false);
    expect((await readPasswordLink(deps, link).catch(() => undefined))?.id).toBe(overlap ? id : undefined);
    expect((await findHalfway(deps, token))?.id).toBe(overlap ? id : undefined);
    expect(findMark(deps, browser, account) !== undefined).toBe(overlap);
    const hashes = everySecret(deps).map((secret) => hashRecoveryCode({ secret }, id, 'K7F3 9DQM'));
    expect(await takeRecoveryCode(deps.database, id, hashes)).toBe(overlap);
  }
});

test('whatever was sealed is sealed anew, so that it outlives the overlap, and only once', async () => {
  const service = await startService();
  const { deps } = service;
  await service.addModerator();
  await vouching(service);
  const [row] = await run(service, 'select id from moderators');
  const moderator = row?.id ?? '';
  const sealed = (owner: string, text: string) => seal(deps, owner, new TextEncoder().encode(text));
  await service.setSite({ 'judge-url': 'https://loc.example/cham' });
  await run(
    service,
    `insert into channels (id, site_id, kind, sealed_url, shown, events, grouped, created_at, sealed_secret, sealed_old_secret)
      values ('c', 'demo', 'standard', '${sealed('channel c', 'url')}', 's', '[]', 0, 1,
        '${sealed('channel c', 'now')}', '${sealed('channel c', 'before')}')`,
  );
  await run(
    service,
    `insert into second_factors (moderator_id, sealed_secret) values ('${moderator}', '${sealed(moderator, 'factor')}')`,
  );
  await run(
    service,
    `insert into judge_keys (site_id, kind, sealed_key, sealed_old_key, shown, created_at) values
      ('demo', 'secret', '${sealed('judge secret demo', 'judge')}', '${sealed('judge secret demo', 'earlier')}', 's', 1),
      ('demo', 'api-key', '${sealed('judge api-key demo https://loc.example', 'key')}', null, 's', 1)`,
  );
  const kinds = await run(
    service,
    `select tables.name || '.' || columns.name as name from pragma_table_list as tables
      join pragma_table_info(tables.name) as columns where columns.name like 'sealed%'`,
  );
  rotate(service, true);
  expect(await sealAnew(deps)).toBe(kinds.length + 1);
  expect(await sealAnew(deps)).toBe(0);
  deps.oldSecrets = [];
  const open = async (owner: string, query: string) => {
    const [found] = await run(service, query);
    const bytes = unseal(deps, owner, found?.sealed ?? '');
    return bytes && new TextDecoder().decode(bytes);
  };
  expect([
    await open('channel c', 'select sealed_url as sealed from channels'),
    await open('channel c', 'select sealed_secret as sealed from channels'),
    await open('channel c', 'select sealed_old_secret as sealed from channels'),
    await open(moderator, 'select sealed_secret as sealed from second_factors'),
    await open(
      ownerOf.judge('secret', 'demo', ''),
      `select sealed_key as sealed from judge_keys where kind = 'secret'`,
    ),
    await open('judge secret demo', `select sealed_old_key as sealed from judge_keys where kind = 'secret'`),
    await open(
      'judge api-key demo https://loc.example',
      `select sealed_key as sealed from judge_keys where kind = 'api-key'`,
    ),
    (await secretsOf(deps, 'demo')).length,
  ]).toEqual(['url', 'now', 'before', 'factor', 'judge', 'earlier', 'key', 1]);
});
