import { expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/store/database.ts';
import { openDataDir } from '../../src/store/files/data-dir.ts';
import { aboutFootball, teach } from '../support/lessons.ts';
import { newFolder } from '../support/new-folder.ts';
import { runCommand, startProcess } from '../support/process.ts';

test('a command judges by all that was decided, and the service by what it learned beside its requests', async () => {
  const env = { DATA_DIR: newFolder() };
  const service = await startProcess(env);
  onTestFinished(() => service.stop());
  const database = openDataDir(env.DATA_DIR);
  onTestFinished(() => database.close());
  for (const [name, value] of [
    ['captcha', 'off'],
    ['moderation', 'publish-clean'],
  ])
    await runCommand(['site', 'set', 'demo', `${name}`, `${value}`], { env });

  const lessons = aboutFootball(400);
  await teach(database, 'demo', lessons.slice(0, 300));
  const input = JSON.stringify({ id: 1, text: 'Xem bóng đá ở đâu, lần thứ 900' });
  const { out } = await runCommand(['screen', '--site', 'demo'], { env, input });
  expect(JSON.parse(out)).toMatchObject({ id: 1, flag: true, findings: [{ rule: 'learned' }] });

  await teach(database, 'demo', lessons.slice(300), 300);
  const made = build.selectFrom('site_models').select('lessons').where('site_id', '=', 'demo').compile();
  await expect.poll(async () => (await database.query(made))[0]?.lessons).toBe(400);
  const sent = await fetch(`${service.url}/api/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      article: { key: '/bai-viet' },
      author: 'Hòa',
      body: 'Trận bóng đá hôm qua, lần thứ 901',
    }),
  });
  expect([sent.status, await sent.json()]).toMatchObject([202, { state: 'pending' }]);
});
