import { expect, test } from 'vitest';
import { noticeOf } from '../../src/sites/notice.ts';
import { siteSettings } from '../../src/sites/site.ts';
import { noticeField } from '../../src/web/frame/notice-field.ts';

function noticeWith(settings: object) {
  return noticeOf({ id: 'bao', ...siteSettings.parse({ name: 'Báo Mới', consent: 'ask', ...settings }) });
}

function drawn(settings: { language?: 'vi' | 'en'; [name: string]: unknown }, choice: object = {}): string {
  const notice = noticeWith(settings);
  const { language = 'vi' } = settings;
  return notice ? String(noticeField(notice, { language, mistakes: [], checked: false, ...choice })) : '';
}

test('a site that tells nothing has no notice', () => {
  expect(noticeWith({ consent: 'off', notice: 'Chúng tôi lưu tên của bạn.' })).toBeNull();
});

test('a short notice stands in one line with the way to the page about privacy', () => {
  const page = 'https://bao.example/quyen-rieng-tu';
  expect(drawn({ consent: 'notice', notice: 'Chúng tôi lưu <tên> của bạn.', 'privacy-url': page })).toBe(
    `<div class="field told">
<p class="hint" id="notice">Chúng tôi lưu &lt;tên&gt; của bạn. <a href="${page}" target="_blank" rel="noopener">Quyền riêng tư</a></p>

</div>`,
  );
});

test('a long notice is folded, and its lines are kept', () => {
  const long = drawn({ consent: 'notice', notice: `${'Rất dài. '.repeat(30)}\nHết.` });
  expect(long).toContain('<details>\n<summary class="act">Dữ liệu của bạn được lưu thế nào?</summary>');
  expect(long).toContain('<br>Hết.</p>\n</details>');
});

test.each(['vi', 'en'] as const)(
  'without words of its own a site tells in %s what the service keeps',
  (language) => {
    const site = { consent: 'notice', language, 'retention-days': 45 };
    const text = drawn(site);
    expect(text).toContain('Báo Mới');
    expect(text).toContain('45');
    expect(text).not.toBe(drawn({ ...site, 'retention-days': 30 }));
  },
);

test('the box is empty at first, stays as it was ticked, and is empty again where something is wrong with it', () => {
  const site = { consent: 'ask' };
  expect(drawn(site)).not.toContain(' checked');
  expect(drawn(site, { checked: true })).toContain(' checked>');
  const wrong = drawn(site, { checked: true, mistakes: ['Vui lòng đánh dấu.'] });
  expect(wrong).not.toContain(' checked');
  expect(wrong).toContain('aria-describedby="consent-mistake notice" aria-invalid="true"');
  expect(wrong).toContain('<p class="mistake" id="consent-mistake">Vui lòng đánh dấu.</p>');
});

test('two forms on a page have ids of their own', () => {
  const idsOf = (prefix: string) =>
    drawn({ consent: 'ask' }, { prefix, mistakes: ['Vui lòng đánh dấu.'] }).match(/ id="[^"]+"/g) ?? [];
  const ids = [...idsOf(''), ...idsOf('reply-')];
  expect(new Set(ids).size).toBe(ids.length);
});

test('a notice has the same version until a word of it, its page or what is agreed to is another', () => {
  const before = { notice: 'Một.', 'privacy-url': 'https://bao.example/a' };
  const versionWith = (other: object) => noticeWith({ ...before, ...other })?.version;
  const others = [
    { notice: 'Hai.' },
    { 'privacy-url': 'https://bao.example/b' },
    { name: 'Báo Cũ' },
    { language: 'en' },
  ].map(versionWith);
  expect(versionWith({ 'max-length': 5 })).toBe(versionWith({}));
  expect(new Set([versionWith({}), ...others]).size).toBe(5);
});
