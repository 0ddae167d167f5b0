import { expect, test } from 'vitest';
import { startService } from '../../support/service.ts';

test.each(['withdraw', 'erasure'])(
  'the way to /%s from a receipt is a question, which changes nothing',
  async (act) => {
    const service = await startService();
    const { receipt } = (await service.send({ body: '  Xin đừng rút vội.' })).body;
    const path = `/receipts/${receipt}`;
    const page = async (address: string) => (await service.request(address)).text();
    const state = async () => (await service.json('GET', `/api/v1${path}`)).body.state;

    const shown = await page(path);
    expect(shown).toContain(`<form method="get" action="${path}/${act}">`);
    expect(shown.match(/<form method="post" action="([^"]+)"/g) ?? []).toEqual([]);
    const asked = await page(`${path}/${act}`);
    expect(asked).toContain('  Xin đừng rút vội.');
    expect(asked).toContain(`<form method="post" action="${path}/${act}">`);
    expect(await state()).toBe('pending');
    const done = await service.form(`${path}/${act}`, {});
    expect([done.status, done.headers.get('location'), await state()]).toEqual([303, path, 'withdrawn']);
  },
);

test('what is withdrawn already is not asked about again', async () => {
  const service = await startService();
  const { receipt } = (await service.send()).body;
  await service.json('DELETE', `/api/v1/receipts/${receipt}`);
  const asked = await service.request(`/receipts/${receipt}/withdraw`);
  expect([asked.status, asked.headers.get('location')]).toEqual([303, `/receipts/${receipt}`]);
});
