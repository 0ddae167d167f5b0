import { expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { announced, challengeOf, send, startWriting, write } from '../support/writing.ts';

const { answerOf, browser, openForm, service } = startWriting();

test('a picture that would run out while a long text is typed is renewed before, once', async () => {
  const { page, errors } = await openForm({ clock: true });
  await write(page, 'Một bài thật dài');
  await expect.poll(() => page.textContent('#body-hint')).toContain('Còn');
  const first = await challengeOf(page);
  await page.clock.fastForward('09:00');
  expect(await challengeOf(page)).toBe(first);
  await page.clock.fastForward('00:45');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  const second = await challengeOf(page);
  await page.clock.fastForward('05:00');
  expect(await challengeOf(page)).toBe(second);
  expect(await page.inputValue('[name=body]')).toBe('Một bài thật dài');
  await page.fill('[name=answer]', await answerOf(page));
  await send(page);
  await page.waitForSelector('#binh-luan-status');
  expect(errors).toEqual([]);
});

test('a clock that is ahead of the service renews once and not for ever', async () => {
  const { page } = await openPage(browser());
  await page.clock.install({ time: Date.now() + 9.75 * 60_000 });
  await page.goto(`${service().url}/embed/demo?article=/bai`);
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  const first = await challengeOf(page);
  await page.focus('[name=author]');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  await page.focus('[name=body]');
  await page.clock.fastForward('01:00');
  expect(asked).toHaveLength(1);
});

test('an answer that was typed stays until its picture is over, and that is said', async () => {
  const { page, errors } = await openForm({ clock: true });
  await write(page, 'Tôi gõ mã trước.');
  await page.fill('[name=answer]', 'ABC');
  await expect.poll(() => page.textContent('#body-hint')).toContain('Còn');
  const first = await challengeOf(page);
  await page.clock.fastForward('09:45');
  expect([await challengeOf(page), await page.inputValue('[name=answer]')]).toEqual([first, 'ABC']);
  await page.clock.fastForward('00:30');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
  await expect.poll(() => page.inputValue('[name=answer]')).toBe('');
  expect(await page.textContent('#gui-binh-luan [data-note]')).toContain('đã hết hạn');
  expect(await announced(page)).toContain('đã hết hạn');
  expect(errors).toEqual([]);
});

test('a page that lies idle asks for nothing, and has a fresh picture once somebody writes', async () => {
  const { page } = await openForm({ clock: true });
  const first = await challengeOf(page);
  const asked: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
  await page.clock.fastForward('30:00');
  expect(asked).toEqual([]);
  await page.focus('[name=author]');
  await expect.poll(() => challengeOf(page)).not.toBe(first);
});
