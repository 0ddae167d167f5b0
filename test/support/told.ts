import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPostOffice } from './post-office.ts';
import { type ServiceProcess, startProcess } from './process.ts';
import { hooks, startReceiver } from './receiver.ts';

export const password = 'mật khẩu rất dài';
export const channels = '/moderation/sites/demo/channels';

/** What the channels are answered, by the path that each is told at. */
const answers = { works: 204, fails: 500, gone: 410, rests: 204 };
type Channel = keyof typeof answers;

/** What was said in the letter that asks, by the button that says it. */
const said = ['nothing', 'accept', 'stop', 'end'] as const;
type Said = (typeof said)[number];

export type Told = Awaited<ReturnType<typeof startTold>>;

/** A service with mail, whose channels work, fail, rest or are gone, and whose queue has waited for a day. */
export async function startTold() {
  const office = await openPostOffice();
  const env = { SMTP_URL: office.url, MAIL_FROM: 'binh-luan@bao.example' };
  const service = await startProcess(env, { preload: './test/support/moving-clock.ts' });
  const settings = { captcha: 'off', pace: 'off', 'alert-waiting-minutes': '60', 'alert-waiting-count': '2' };
  for (const [name, value] of Object.entries(settings))
    await service.command(['site', 'set', 'demo', name, value]);
  await service.command(['moderator', 'add', 'Lan', '--role', 'owner'], `${password}\n`);
  const { out } = await service.command(['moderator', 'token', 'Lan']);
  const ask = asker(service, out.trim().split(/\s/).at(-1) ?? '');
  const ids = await addChannels(ask);
  const receipts = {} as Record<Said, string>;
  const mailboxes = {} as Record<Said, string>;
  for (const one of said) {
    const email = `${one}@example.com`;
    const article = { key: '/bai', title: 'Con đường qua đèo' };
    const comment = { article, author: 'Nguyễn Thị Hòa', body: `Tôi đồng ý với bài viết ${one}.` };
    const sent = { ...comment, email, notify: true };
    receipts[one] = `/receipts/${(await ask('POST', '/api/v1/sites/demo/comments', sent)).receipt}`;
    const text = () => office.received.find(({ to }) => to.includes(email))?.mail.text ?? '';
    await expect.poll(text).toContain('/mail/');
    const page = /^http\S+\/mail\/\S+/m.exec(text())?.[0] ?? '';
    mailboxes[one] = new URL(page).pathname;
    if (one !== 'nothing') await fetch(`${page}/${one}`, { method: 'POST' });
  }
  for (const name of ['works', 'fails', 'gone'] as const)
    await expect.poll(() => firstAnswer(ask, ids[name])).toBe(String(answers[name]));
  await ask('POST', `${channels}/${ids.rests}`, new URLSearchParams({ do: 'pause' }));
  service.signal('SIGUSR2');
  return { service, ids, receipts, mailboxes };
}

type Ask = ReturnType<typeof asker>;

function asker({ url }: ServiceProcess, token: string) {
  return async (method: string, path: string, sent?: object) => {
    const isForm = sent instanceof URLSearchParams;
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(!isForm && { 'content-type': 'application/json' }) },
      ...(sent && { body: isForm ? sent : JSON.stringify(sent) }),
    });
    return answer.headers.get('content-type')?.includes('json') ? answer.json() : undefined;
  };
}

async function addChannels(ask: Ask): Promise<Record<Channel, string>> {
  const receiver = await startReceiver();
  receiver.answer = ({ path }, response) =>
    void response.writeHead(answers[path.slice(1) as Channel] ?? 204).end();
  const ids = {} as Record<Channel, string>;
  const add = (path: string, kind: string) =>
    ask('POST', hooks, { url: `${receiver.url}/${path}`, kind, events: ['comment.held'] });
  for (const name of Object.keys(answers) as Channel[]) ids[name] = (await add(name, 'standard')).id;
  await add('chat', 'telegram');
  return ids;
}

async function firstAnswer(ask: Ask, channel: string): Promise<string> {
  return (await ask('GET', `${hooks}/${channel}/deliveries`)).deliveries.at(-1)?.answer;
}

/** Signs in at the desk, in a language. */
export async function enterDesk(page: Page, url: string, language: string): Promise<void> {
  await page.goto(`${url}/moderation/session/new`);
  await page.fill('[name=name]', 'Lan');
  await page.fill('[name=password]', password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/moderation$/);
  await page.evaluate(
    (chosen) =>
      fetch('/moderation/language', { method: 'POST', body: new URLSearchParams({ language: chosen }) }),
    language,
  );
}
