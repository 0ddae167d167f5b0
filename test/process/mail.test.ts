import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { openPostOffice } from '../support/post-office.ts';
import { freePort, startProcess, temporaryFolder } from '../support/process.ts';

const from = { MAIL_FROM: 'binh-luan@bao.example' };

function send(url: string, comment: object) {
  const usual = { article: { key: '/bai' }, author: 'Hòa', body: 'Bài viết rất hữu ích.', notify: true };
  return fetch(`${url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...usual, ...comment }),
  });
}

test('a letter outlives the process that was to send it, and comes by the next one', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const env = { ...from, SMTP_URL: `smtp://127.0.0.1:${port}`, DATA_DIR: folder.path };
  const first = await startProcess(env);
  try {
    await first.command(['site', 'set', 'demo', 'captcha', 'off']);
    expect((await send(first.url, { email: 'hoa@example.com' })).status).toBe(202);
  } finally {
    first.signal('SIGKILL');
    await first.ended;
  }
  const office = await openPostOffice({ port });
  const second = await startProcess(env);
  try {
    await expect.poll(() => office.received.flatMap(({ to }) => to)).toEqual(['hoa@example.com']);
    expect(office.received[0]?.mail.subject).toMatch(/^Xác nhận nhận thư từ /);
  } finally {
    await second.stop();
    folder.remove();
  }
});

test('a letter that was on its way as the process was killed comes by the next one at once', async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  const silent = createServer();
  silent.listen(port, '127.0.0.1');
  const env = { ...from, SMTP_URL: `smtp://127.0.0.1:${port}`, DATA_DIR: folder.path };
  const first = await startProcess(env);
  try {
    await first.command(['site', 'set', 'demo', 'captcha', 'off']);
    const reached = once(silent, 'connection');
    expect((await send(first.url, { email: 'hoa@example.com' })).status).toBe(202);
    await reached;
  } finally {
    first.signal('SIGKILL');
    await first.ended;
    await new Promise((resolve) => silent.close(resolve));
  }
  const office = await openPostOffice({ port });
  const second = await startProcess(env);
  try {
    await expect.poll(() => office.received.flatMap(({ to }) => to)).toEqual(['hoa@example.com']);
  } finally {
    await second.stop();
    folder.remove();
  }
});
