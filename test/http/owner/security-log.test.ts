import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

/** An owner at work: sends a form, and answers with what the log got from it, beside the line of the request. */
async function newOwner() {
  const service = await startService();
  const owner = await service.addModerator('Chủ', { role: 'owner' });
  const { moderator } = await ownAccount(service, owner);
  const told = async (path: string, fields: Record<string, string>) => {
    service.logged.length = 0;
    const answer = await service.form(path, fields, owner);
    const lines = service.logged.map((line) => JSON.parse(line)).filter(({ event }) => event !== 'request');
    return { answer, lines };
  };
  return { service, owner, id: moderator, told };
}

async function ownAccount(service: Awaited<ReturnType<typeof startService>>, owner: Record<string, string>) {
  const page = await (await service.request('/moderation/moderators', { headers: owner })).text();
  return { moderator: /\/moderation\/moderators\/(\w{26})"/.exec(page)?.[1] ?? '' };
}

const usual = {
  language: 'vi',
  origins: 'http://comments.test',
  moderation: 'hold-all',
  captcha: 'on',
  pace: 'on',
  'max-length': '2000',
  'close-after-days': '0',
  'retention-days': '30',
  'article-per-hour': '300',
  'site-per-hour': '1200',
  'hold-abuse-at': '0.95',
  'hold-spam-at': '0.6',
  learning: 'on',
  'reject-reasons': 'Lạc đề',
};

test('a change of settings is a line that names who, where and which, and no value', async () => {
  const { id, told } = await newOwner();
  const { lines } = await told('/moderation/sites/demo', { ...usual, name: 'Chim Hoàng Yến' });
  expect(lines).toEqual([
    {
      level: 'info',
      event: 'settings changed',
      by: id,
      site: 'demo',
      settings: ['name', 'reject-reasons'],
    },
  ]);
});

test('a site and words that are added are each a line', async () => {
  const { id, told } = await newOwner();
  const site = await told('/moderation/sites', { id: 'bao-moi', name: 'Báo Mới', origins: '' });
  const words = { site: 'demo', held: 'hoàng yến\nsơn ca', passed: '', do: 'save' };
  const saved = await told('/moderation/filter', words);
  expect([...site.lines, ...saved.lines]).toEqual([
    { level: 'info', event: 'site added', by: id, site: 'bao-moi' },
    { level: 'info', event: 'words changed', by: id, site: 'demo', added: 2, removed: 0 },
  ]);
});

test('what becomes of an account is a line each, and none has its link or name', async () => {
  const { id, told } = await newOwner();
  const fields = { role: 'moderator', everywhere: 'yes' };
  const added = await told('/moderation/moderators', { ...fields, name: 'hoangyen' });
  const account = added.lines[0]?.account;
  const place = `/moderation/moderators/${account}`;
  const lines = [...added.lines];
  for (const [path, form] of [
    [place, { role: 'owner', everywhere: 'yes' }],
    [`${place}/disable`, {}],
    [`${place}/enable`, {}],
    [`${place}/password`, {}],
  ] as const)
    lines.push(...(await told(path, form)).lines);
  const who = { level: 'info', by: id, account: expect.stringMatching(/^\w{26}$/) };
  expect(lines).toEqual([
    { ...who, event: 'account added', role: 'moderator' },
    { ...who, event: 'account changed', role: 'owner' },
    { ...who, event: 'account disabled' },
    { ...who, event: 'account enabled' },
    { ...who, event: 'account reset', withoutFactor: false },
  ]);
});

test('what is refused changed nothing, and is no line', async () => {
  const { id, told } = await newOwner();
  const { lines } = await told('/moderation/sites/demo', { ...usual, name: '' });
  const own = await told(`/moderation/moderators/${id}/disable`, {});
  expect([...lines, ...own.lines]).toEqual([]);
});
