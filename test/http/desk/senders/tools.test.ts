import { expect, test } from 'vitest';
import { paneContext } from '../../../../src/http/desk/pane-context.ts';
import type { Moderator } from '../../../../src/moderators/moderator.ts';
import { eraseTraces } from '../../../../src/store/erasure/retention.ts';
import { findQueued } from '../../../../src/store/queue/queue.ts';
import { articleChoices } from '../../../../src/web/queue/newsroom/article-tools.ts';
import { senderNotes, senderSection } from '../../../../src/web/queue/sender/section.ts';
import { senderTools } from '../../../../src/web/queue/sender/tools.ts';
import type { Service } from '../../../support/service.ts';
import { type Headers, open } from './support.ts';

const moderator: Moderator = {
  ...{ id: 'lan', name: 'Lan', role: 'moderator', language: 'vi' },
  ...{ sites: ['demo'], access: 'desk' },
};

/** What stands in the pane of a comment about its sender and its article. */
async function drawn({ deps }: Service, id: string, language: 'vi' | 'en' = 'vi'): Promise<string> {
  const view = await paneContext(deps, { ...moderator, language }, new URLSearchParams({ state: 'pending' }));
  const [comment] = await findQueued(deps.database, ['demo'], [id]);
  if (!comment) throw new Error('no such comment');
  const parts = [senderSection, senderNotes, senderTools, articleChoices].map((part) => part(comment, view));
  return (await Promise.all(parts)).join('').replace(/\s+/g, ' ');
}

/** Sends a form as it stands in a page, by the button that says so. */
async function press(
  service: Service,
  who: Headers,
  page: string,
  text: string,
  typed: Record<string, string> = {},
) {
  const form = [...page.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/g)].find(
    ([, , inside = '']) => inside.includes(`>${text}</button>`),
  );
  const [, action = '', inside = ''] = form ?? [];
  const hidden = [...inside.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const [, name = '', value = ''] =
    new RegExp(`<button[^>]*name="(\\w+)" value="([^"]*)"[^>]*>${text}</button>`).exec(inside) ?? [];
  const fields = Object.fromEntries(
    hidden.map(([, key = '', one = '']) => [key, one.replaceAll('&amp;', '&')]),
  );
  return service.form(action, { ...fields, ...typed, ...(name && { [name]: value }) }, who);
}

test('every form of a card does what its button says, and leads back to the same comment', async () => {
  const { service, lan, id } = await open();
  const shown = async () => drawn(service, id);
  const pressed = async (text: string, typed = {}) => {
    const answer = await press(service, lan, await shown(), text, typed);
    return [answer.status, answer.headers.get('location')?.replace(/act=.*?(#|$)/, 'act=…$1')];
  };
  const back = [303, `/moderation?state=pending&here=${id}&act=…#c-${id}`];
  expect(await pressed('Lưu ghi chú', { note: 'Hay cãi' })).toEqual(back);
  expect(await shown()).toMatch(/<bdi>Lan<\/bdi>.*Hay cãi/);
  expect(await pressed('Giữ để duyệt', { reason: 'Dồn dập' })).toEqual(back);
  expect(await shown()).toMatch(/giữ mọi bình luận của người gửi này để duyệt.*Dồn dập/);
  expect(await pressed('Thôi giữ người gửi này')).toEqual(back);
  expect(await pressed('7 ngày')).toEqual(back);
  expect(await shown()).toContain('Đang bị chặn đến <time datetime="2026-02-15T07:30:00.000Z">');
  expect(await pressed('Bỏ chặn')).toEqual(back);
  expect(await shown()).toMatch(/<b>\/bai-viet<\/b>.*Bạn đọc không gửi thêm được/);
  expect(await pressed('Đóng bình luận')).toEqual(back);
  expect(await pressed('Mở lại bình luận')).toEqual(back);
  expect(await pressed('Duyệt trước khi đăng')).toEqual(back);
  expect(await shown()).toContain('Hiện nay: Duyệt trước khi đăng.');
});

test('of a sender whose trace is gone nothing is offered, and all is said in both languages', async () => {
  const { service, id } = await open();
  expect(await drawn(service, id, 'en')).toMatch(
    /The first comment from this sender\..*Notes on the sender.*Hold all comments of this sender.*Block the sender.*Close comments on this article/,
  );
  await eraseTraces(service.deps.database, 'demo', service.clock.now);
  const bare = await drawn(service, id);
  expect([bare.includes('Dấu vết của người gửi đã được xóa'), /\/(hold|block|notes)"/.test(bare)]).toEqual([
    true,
    false,
  ]);
});
