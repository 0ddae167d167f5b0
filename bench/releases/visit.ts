import { answering, facts, people, type Writer, writers } from './facts.ts';
import type { Program } from './program.ts';

/** What a visit leaves behind that no database tells. */
export interface Visited {
  token: string;
  receipts: string[];
}

type Sent = Pick<Answer, 'id' | 'receipt'>;

/** Does on a program of any day what readers and moderators do, by the addresses and commands that never change. */
export async function visit(program: Program): Promise<Visited> {
  program.run(['site', 'set', 'demo', 'captcha', 'off']);
  program.run(['site', 'set', 'demo', 'pace', 'off']);
  program.run(['site', 'add', 'bao-moi', '--name', 'Báo Mới', '--origin', 'https://baomoi.example']);
  for (const { name, words } of people) program.run(['moderator', 'add', name, ...words], facts.password);
  const token = program.run(['moderator', 'token', 'Lan']);
  return program.serve(async (url) => ({ token, receipts: await write(url, token) }));
}

/** Resolves to the receipts of all that was sent. */
async function write(url: string, token: string): Promise<string[]> {
  const sent: Sent[] = [];
  for (const writer of writers) sent.push(await post(url, writer));
  await decideAll(url, token, sent);
  const [first] = sent;
  if (first) sent.push(await post(url, { ...answering, parentId: first.id }));
  await decide(url, token, 'publish', sent.slice(-1));
  await tryLater(url, token, sent);
  return sent.map(({ receipt }) => receipt);
}

function post(url: string, { article, ...written }: Writer & { parentId?: string }): Promise<Sent> {
  const given = { article: { key: article, title: `Bài ${article}` }, ...written };
  return ask(url, 'POST', '/api/v1/sites/demo/comments', given);
}

/** Five are published, two rejected, two called spam, one of them by mistake; one is withdrawn by its author. */
async function decideAll(url: string, token: string, sent: Sent[]): Promise<void> {
  await decide(url, token, 'publish', sent.slice(0, 5));
  await decide(url, token, 'reject', sent.slice(5, 7));
  await decide(url, token, 'spam', sent.slice(7, 8));
  const { id } = await decide(url, token, 'spam', sent.slice(8, 9));
  await ask(url, 'DELETE', `/api/v1/decisions/${id}`, undefined, token);
  await ask(url, 'DELETE', `/api/v1/receipts/${sent[9]?.receipt}`);
}

function decide(url: string, token: string, action: string, sent: Sent[]): Promise<Answer> {
  const comments = sent.map(({ id }) => ({ id, version: 1 }));
  const given = { action, comments, ...(action === 'reject' && { reason: 'Lạc đề' }) };
  return ask(url, 'POST', '/api/v1/decisions', given, token);
}

/** What came with later programs; an earlier one answers that it knows no such thing. */
async function tryLater(url: string, token: string, sent: Sent[]): Promise<void> {
  const [first, second, third] = sent.map(({ id }) => id);
  const site = '/api/v1/sites/demo';
  const appeal = `/api/v1/receipts/${sent[5]?.receipt}/appeals`;
  await attempt(url, 'PUT', `${site}/comments/${first}/like`);
  await attempt(url, 'POST', `${site}/comments/${second}/reports`, { reason: 'abuse' });
  await attempt(url, 'POST', appeal, { text: 'Xin xem lại giúp tôi.' });
  await attempt(url, 'PUT', `/api/v1/comments/${third}/pick`, undefined, token);
  const thanks = { body: 'Tòa soạn cảm ơn bạn.' };
  await attempt(url, 'POST', `/api/v1/comments/${first}/replies`, thanks, token);
  const said = { key: '/tin/bai-2', title: 'Tên do tòa soạn đặt', url: `${url}/tin/bai-2` };
  await attempt(url, 'PUT', `${site}/articles`, said, token);
  const hook = { url: 'https://nhan.example/moc', events: ['comment.published'], kind: 'standard' };
  await attempt(url, 'POST', `${site}/webhooks`, hook, token);
}

interface Answer {
  id: string;
  receipt: string;
}

async function ask(
  url: string,
  method: string,
  path: string,
  given?: object,
  token?: string,
): Promise<Answer> {
  const answer = await send(url, method, path, given, token);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? { id: '', receipt: '' } : JSON.parse(text);
}

async function attempt(...asked: Parameters<typeof send>): Promise<void> {
  const { status } = await send(...asked);
  if (status >= 500) throw new Error(`${asked[1]} ${asked[2]}: ${status}`);
}

function send(url: string, method: string, path: string, given?: object, token?: string): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: {
      ...(given && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(given && { body: JSON.stringify(given) }),
  });
}
