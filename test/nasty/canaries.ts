import { sql } from 'kysely';
import { expect } from 'vitest';
import { offerSetup } from '../../src/moderators/setup.ts';
import { addIdentityKey } from '../../src/readers/identity-keys.ts';
import { keepApiKey, renewSecret } from '../../src/screening/judge/set-up.ts';
import { byCommand } from '../../src/store/acts/record.ts';
import { build } from '../../src/store/database.ts';
import { findSite } from '../../src/store/sites.ts';
import { addAccount, password, sessionOf } from '../support/accounts.ts';
import { publicUrl, type Service, startService } from '../support/service.ts';

/** A word that stands nowhere but where it was planted, and is the same in an address. */
export const canary = (where: string) => `hoangyen-${where}`;
const planted = [
  ...['pending', 'rejected', 'spam', 'withdrawn', 'undone'].flatMap((state) =>
    ['author', 'body', 'title', 'url', 'mail', 'key'].map((field) => canary(`${state}${field}`)),
  ),
  ...['note', 'reason', 'details', 'appeal', 'before', 'word', 'moderator', 'password'].map(canary),
];

async function send(service: Service, state: string) {
  const word = (field: string) => canary(`${state}${field}`);
  const article = { key: `/${word('key')}`, title: word('title'), url: `${publicUrl}/${word('url')}` };
  const email = `${word('mail')}@example.com`;
  const peer = { 'x-test-peer': '203.0.113.77', 'idempotency-key': `idempotent-${state}` };
  const sent = { article, author: word('author'), body: `${word('body')} hót vang.`, email };
  const { id, receipt } = (await service.send({ ...sent, challenge: undefined }, { headers: peer })).body;
  return { id: String(id), receipt: String(receipt), email };
}

type Sent = Awaited<ReturnType<typeof send>>;

async function decide(
  service: Service,
  action: string,
  { id }: Sent,
  who: Record<string, string>,
  version = 1,
) {
  const said = { note: canary('note'), ...(action === 'reject' && { reason: canary('reason') }) };
  const decided = await service.json(
    'POST',
    '/api/v1/decisions',
    { action, comments: [{ id, version }], ...said },
    who,
  );
  expect(decided.status).toBe(201);
  return String(decided.body.id);
}

/** A service full of what is nobody's business, and the secrets that open it. */
export async function openPlanted() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', origins: [publicUrl, 'https://bao.example'] });
  const link = await offerSetup(service.deps);
  const owner = await service.addModerator(canary('moderator'), { role: 'owner' });
  await addAccount(service);
  const session = await sessionOf(service);
  const pending = await send(service, 'pending');
  const rejected = await send(service, 'rejected');
  const spam = await send(service, 'spam');
  const withdrawn = await send(service, 'withdrawn');
  const undone = await send(service, 'undone');
  await decide(service, 'reject', rejected, owner);
  await decide(service, 'spam', spam, owner);
  await service.json('DELETE', `/api/v1/receipts/${withdrawn.receipt}`);
  const published = await decide(service, 'publish', undone, owner);
  await service.json('DELETE', `/api/v1/decisions/${published}`, undefined, owner);
  await service.json('POST', `/api/v1/receipts/${rejected.receipt}/appeals`, { text: canary('appeal') });
  const shown = await publishEdited(service, owner);
  await service.form(
    '/moderation/filter',
    { site: 'demo', held: canary('word'), passed: '', do: 'save' },
    owner,
  );
  const invited = await service.form(
    '/moderation/moderators',
    { name: 'Minh', role: 'moderator', site: 'demo' },
    owner,
  );
  const invitation = /setup\/([\w.]+)/.exec(await invited.text())?.[1] ?? '';
  const vouching = await addIdentityKey(service.deps, 'demo', byCommand);
  const judging = await plantJudge(service);
  const hidden = [pending, rejected, spam, withdrawn, undone];
  const secrets = [
    ...hidden.flatMap(({ receipt, email }) => [receipt, email]),
    ...[owner.authorization.slice(7), session.cookie.split('=')[1] ?? '', link ?? '', invitation, password],
    vouching.secret,
    ...judging,
    ...(await keptSecrets(service)),
  ];
  expect(secrets.filter((secret) => secret.length < 10)).toEqual([]);
  return { service, owner, hidden, shown, secrets: [...secrets, ...planted, '203.0.113.77'] };
}

/** The keys of a judge outside, whom nobody asks about what is here. */
async function plantJudge({ deps }: Service): Promise<string[]> {
  const site = await findSite(deps.database, 'demo');
  if (!site) throw new Error('there is no site');
  const apiKey = canary('api-key');
  const asking = { ...site, 'judge-url': 'https://judge.example/', 'judge-kind': 'openai-chat' } as const;
  await keepApiKey(deps, asking, byCommand, apiKey);
  return [apiKey, await renewSecret(deps, site, byCommand)];
}

/** A comment that was corrected before it was published, and reported since. */
async function publishEdited(service: Service, owner: Record<string, string>) {
  const article = { key: '/bai' };
  const sent = (
    await service.send({
      article,
      author: canary('before'),
      body: `${canary('before')} hót`,
      challenge: undefined,
    })
  ).body;
  await service.json(
    'PATCH',
    `/api/v1/comments/${sent.id}`,
    { version: 1, author: 'Hoa', body: 'Tôi đồng ý.' },
    owner,
  );
  await decide(service, 'publish', sent, owner, 2);
  const report = { reason: 'other', details: canary('details') };
  expect((await service.json('POST', `/api/v1/sites/demo/comments/${sent.id}/reports`, report)).status).toBe(
    202,
  );
  return String(sent.id);
}

/** Hashes of senders and of passwords, and the keys of requests: of use to nobody, and shown to nobody. */
async function keptSecrets({ deps }: Service): Promise<string[]> {
  const rows = await deps.database.query(
    sql<{ secret: string }>`select sender as secret from comments union select password from moderators
      union select hash from credentials union select fingerprint from comments
      union select key from idempotency_keys`.compile(build),
  );
  return rows.map(({ secret }) => secret).filter((secret) => !secret.includes('$2$1$1$'));
}
