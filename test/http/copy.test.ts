import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { copyComments } from '../../src/comments/kept/copy.ts';
import { leftOut } from '../../src/comments/kept/left-out.ts';
import { build } from '../../src/store/database.ts';
import { plainComment, vouching } from '../support/identity.ts';
import { type Service, startService } from '../support/service.ts';

/** Where what a table says of a reader stands in their copy; or why it stands there not, as the copy itself says. */
const ofReaders: Readonly<Record<string, `copy ${string}` | keyof typeof leftOut>> = {
  comments: 'copy body',
  articles: 'copy article',
  decisions: 'copy decisions',
  decided_comments: 'copy decisions',
  edits: 'copy edits',
  followed_comments: 'copy notify',
  imported_comments: 'copy broughtFrom',
  kept_evidence: 'copy takenBackAt',
  known_readers: 'copy reader',
  article_sayings: 'copy article',
  letters: 'copy letters',
  likes: 'copy reader',
  mailbox_answers: 'copy mailbox',
  mailboxes: 'copy mailbox',
  notices: 'copy consent',
  reports: 'copy reader',
  comment_remarks: 'judging',
  remarks: 'judging',
  acts: 'moderators',
  blocks: 'moderators',
  claims: 'moderators',
  deliveries: 'moderators',
  events: 'moderators',
  moved_comments: 'moderators',
  sender_holds: 'moderators',
  sender_notes: 'moderators',
  told_replies: 'others',
  site_models: 'made',
  sketch_parts: 'made',
  attempts: 'passing',
  decision_steps: 'passing',
  idempotency_keys: 'passing',
  rates: 'passing',
  used_challenges: 'passing',
};

/** Nothing in them is of one reader. */
const ofNobody = [
  ...['alerts', 'article_days', 'captcha_fonts', 'captcha_style', 'channels', 'credentials', 'd1_migrations'],
  ...['digests', 'hourly_counts', 'hush', 'identities', 'identity_keys', 'judge_keys'],
  ...['moderator_days', 'moderator_mailboxes', 'moderator_sites', 'moderators'],
  ...['moved_articles', 'name_attempts', 'recovery_codes', 'returned_sign_ins', 'rule_outcomes'],
  ...['second_factors', 'sender_keys', 'setup_links', 'site_words', 'sites', 'site_counts', 'views'],
  ...['wait_counts', 'words_made_anew'],
];

/** The same of the columns of a comment. */
const columns: Readonly<Record<string, `copy ${string}` | keyof typeof leftOut>> = {
  ...{ id: 'copy id', site_id: 'copy site', article_id: 'copy article', parent_id: 'copy parentId' },
  ...{ author: 'copy author', email: 'copy email', body: 'copy body', state: 'copy state' },
  ...{ sender: 'copy sender', created_at: 'copy createdAt', reports: 'copy reports', likes: 'copy likes' },
  ...{ appeal: 'copy appeal', appealed_at: 'copy appeal', consent: 'copy consent', badge: 'copy badge' },
  ...{ saying: 'copy article', number: 'made', picked_at: 'copy pickedAt' },
  ...{ trusted: 'copy trusted', thread_id: 'copy parentId' },
  ...{ risk: 'judging', shipped_risk: 'judging', learned_risk: 'judging', judge_verdict: 'judging' },
  ...{ judge_ms: 'judging', apart: 'judging', reviewed_by: 'moderators', version: 'moderators' },
  ...{ fingerprint: 'made', sketch: 'made', lesson: 'made', has_links: 'made', reply_count: 'made' },
};

const rows = <Row>({ deps }: Service, query: string) =>
  deps.database.query(sql<Row>`${sql.raw(query)}`.compile(build));

/** A comment of a reader whom the site vouches for, with something of theirs in every table. */
async function newCopy() {
  const service = await startService();
  const site = await vouching(service, {
    moderation: 'publish-clean',
    consent: 'ask',
    notice: 'Báo lưu canary-notice.',
  });
  const lan = await service.addModerator('Lan');
  const send = async (more: object) =>
    (
      await service.json(
        'POST',
        '/api/v1/sites/demo/comments',
        plainComment({ consent: true, article: { key: '/canary-key', title: 'canary-title' }, ...more }),
        site.as({ name: 'canary-author', badge: 'guest' }),
      )
    ).body;
  const other = (await send({ body: 'Một ý kiến khác.' })).id;
  const { id, receipt } = await send({ body: 'Lời canary-body.', parentId: other });
  const [row] = await rows<{ sender: string }>(service, `select sender from comments where id = '${id}'`);
  const sender = row?.sender ?? '';
  const [moderator] = await rows<{ id: string }>(service, 'select id from moderators');
  const by = moderator?.id;
  for (const statement of [
    `insert into edits values ('e', '${id}', '${by}', 'canary-name-before', 'canary-before', 5)`,
    `insert into decisions (id, moderator_id, action, reason, note, created_at)
      values ('d', '${by}', 'reject', 'canary-reason', 'secret-note', 6)`,
    `insert into decided_comments values ('d', '${id}', 'published', 'published', 1, null, null)`,
    `insert into imported_comments select '${id}', id, 'isso', 'canary-source' from acts limit 1`,
    `insert into likes values ('${other}', 'demo', '${sender}', 1000000007)`,
    `insert into reports (comment_id, sender, reason, details, created_at)
      values ('${other}', '${sender}', 'other', 'canary-details', 8), ('${id}', 'x', 'spam', 'secret-report', 9)`,
    `insert into letters (id, kind, site_id, comment_id, created_at, due_at) values ('l', 'decided', 'demo', '${id}', 1000000011, 0)`,
    `insert into followed_comments values ('${id}', 'demo', 'm')`,
    `insert into mailboxes values ('m', 1000000012, 1000000013)`,
    `insert into mailbox_answers values ('demo', 'm', 'no', 1000000014)`,
    `insert into kept_evidence values ('${id}', 'canary-kept', 'canary-evidence', 1000000015)`,
    `insert into findings values ('${id}', 9, 'links', 'hold', 'secret-finding', 'secret-finding', 1, 2)`,
    `insert into sender_notes values ('n', 'demo', '${sender}', '${by}', 'secret-sender-note', 12)`,
    `insert into sender_holds values ('h', 'demo', '${sender}', '${by}', 'secret-hold', 12, null)`,
    `insert into blocks values ('demo', '${sender}', '${by}', 3, 1000000016)`,
    `update comments set email = 'canary-email@bao.example', appeal = 'canary-appeal', appealed_at = 1000000017, picked_at = 1000000018 where id = '${id}'`,
  ])
    await rows(service, statement);
  const copy = (await service.json('GET', `/api/v1/receipts/${receipt}/copy`)).body;
  return { service, lan, id, sender, copy };
}

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

test('every table says of a reader what their copy says, or the copy names that and why not', async () => {
  const { service, copy } = await newCopy();
  const tables = await rows<{ name: string }>(
    service,
    `select name from pragma_table_list where type = 'table' and name not like 'sqlite%' and name not like 'comment_words%'
      and name not like '\\_%' escape '\\'`,
  );
  const known = [...Object.keys(ofReaders), ...ofNobody];
  expect(tables.map(({ name }) => name).sort()).toEqual(known.sort());
  const kept = await rows<{ name: string }>(service, `select name from pragma_table_info('comments')`);
  expect(kept.map(({ name }) => name).sort()).toEqual(Object.keys(columns).sort());
  for (const place of [...Object.values(ofReaders), ...Object.values(columns)]) {
    const [, field] = place.split(' ');
    if (field) expect([field, copy[field] ?? null]).not.toEqual([field, null]);
    else expect(leftOut).toHaveProperty(place);
  }
  expect(copy.leftOut).toEqual(
    Object.values(leftOut).map(({ what, why }) => ({ what: what.vi, why: why.vi })),
  );
});

test('the copy has every word of its author and every time that hangs on them, and no word of anybody else', async () => {
  const { copy, id, sender } = await newCopy();
  const text = JSON.stringify(copy);
  const words = ['key', 'title', 'author', 'email', 'kept', 'evidence', 'name-before', 'before', 'reason'];
  for (const word of [...words, 'source', 'details', 'appeal', 'notice'])
    expect([word, text.includes(`canary-${word}`)]).toEqual([word, true]);
  for (const time of [7, 11, 12, 13, 14, 15, 17, 18])
    expect([time, text.includes(at(1_000_000_000 + time))]).toEqual([time, true]);
  expect(copy).toMatchObject({
    ...{ id, sender, notify: true, badge: 'guest', trusted: false },
    mailbox: { answer: { said: 'no' } },
    reader: { name: 'canary-author' },
    letters: [{ kind: 'decided', status: 'waiting' }],
  });
  expect(text.match(/secret-[\w-]+/g)).toBeNull();
});

test('who sent from an address alone gets no likes and reports of others behind it', async () => {
  const service = await startService();
  await service.setSite({ captcha: 'off', moderation: 'publish-clean' });
  const { id, receipt } = (await service.send({ challenge: undefined })).body;
  const { id: other } = (await service.send({ challenge: undefined, body: 'Một ý kiến khác.' })).body;
  await service.json('POST', `/api/v1/sites/demo/comments/${other}/reports`, {
    ...{ reason: 'other', details: 'secret-report' },
  });
  const { body } = await service.json('GET', `/api/v1/receipts/${receipt}/copy`);
  expect([body.id, body.reader, JSON.stringify(body).includes('secret')]).toEqual([id, null, false]);
});

test('a reader keeps likes and reports in their copy when the key of the site changes', async () => {
  const { service, sender } = await newCopy();
  service.clock.now += 40 * 86_400_000;
  const site = await vouching(service);
  const body = 'Tôi trở lại sau bốn mươi ngày.';
  const { receipt } = (
    await service.json(
      'POST',
      '/api/v1/sites/demo/comments',
      plainComment({ consent: true, body }),
      site.as(),
    )
  ).body;
  const { body: copy } = await service.json('GET', `/api/v1/receipts/${receipt}/copy`);
  expect([copy.sender === sender, copy.reader.likes.length, copy.reader.reports[0].details]).toEqual([
    false,
    1,
    'canary-details',
  ]);
});

test('an operator’s copy has what moderators set on the sender too', async () => {
  const { service, id } = await newCopy();
  const [copy] = await copyComments(service.deps, [id]);
  expect(copy?.setOnSender).toEqual({
    notes: [{ text: 'secret-sender-note', at: at(12) }],
    holds: [{ reason: 'secret-hold', at: at(12), released: false }],
    blocks: [{ at: at(3), until: at(1_000_000_016) }],
  });
  expect(JSON.stringify(copy)).toContain('secret-finding');
});
