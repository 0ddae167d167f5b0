import { describe, expect, test } from 'vitest';
import { screen } from '../../src/filter/screen.ts';

const allowing = (body: string) =>
  screen({ author: 'Lan', body }, undefined, undefined, { swearing: 'allow-unaimed' });
const usually = (body: string) => screen({ author: 'Lan', body });

describe('where a site allows swearing that attacks nobody', () => {
  test.each([
    'Phim này hay vl',
    'Đoạn cuối đỉnh vãi',
    'Hôm nay mệt vcl luôn các bạn ạ',
    'đm nóng quá',
    'Đm đường tắc cả tiếng đồng hồ',
    'đệt, lại mưa rồi',
    'Quán này ngon vãi lồn',
    'đéo hiểu sao giá xăng tăng hoài',
    'vui cmn lên',
    'What the fuck, this is so good',
    'holy fuck that was amazing',
    'hom nay nong vcl',
  ])('%j passes, and its risk stays what it is', (body) => {
    const [allowed, held] = [allowing(body), usually(body)];
    expect([allowed.verdict, held.verdict]).toEqual(['pass', 'hold']);
    expect(allowed.risk).toBe(held.risk);
  });

  test('what passed for that is pointed at, in words', () => {
    expect(allowing('Phim này hay vl').findings).toEqual([
      {
        rule: 'profanity-vi',
        verdict: 'pass',
        message: {
          vi: 'Chửi thề nhưng không nhằm vào ai: trang này cho qua.',
          en: 'Swearing that attacks nobody: this site lets it pass.',
        },
        start: 13,
        end: 15,
      },
    ]);
  });

  test.each([
    ['whoever is spoken to', 'đm mày nói gì thế'],
    ['whoever is spoken of', 'Chúng nó đéo biết gì'],
    ['somebody with a title', 'đm ông nhà báo'],
    ['somebody with a name', 'đm Tuấn nói hay thế'],
    ['who did something', 'Chị đéo hiểu bài rồi'],
    ['somebody pointed at', 'Ông này chảnh vl'],
    ['who is answered', 'hay vl @Lan'],
    ['an insult besides', 'Phim hay vl, đồ ngu'],
    ['what is said without the swearing', 'Nói năng như phường vô học vl, về học lại mẫu giáo đi'],
    ['somebody in English', 'fuck you'],
    ['others in English', 'they are fucking liars'],
    ['what names the body', 'như cái cặc'],
    ['what was hidden', 'Phim này hay v.c.l, đ*t mẹ'],
  ])('%s: it is held', (_, body) => {
    expect(allowing(body).verdict).toBe('hold');
  });

  test('a name that swears is held', () => {
    const sent = { author: 'Hay vcl', body: 'Bài viết rất hay' };
    expect(screen(sent, undefined, undefined, { swearing: 'allow-unaimed' }).verdict).toBe('hold');
  });

  test('a comment without swearing is judged as everywhere', () => {
    for (const body of [
      'Bài viết rất hay, cảm ơn tác giả',
      'Đồ ngu như bò',
      'Vay tiền nhanh, ib zalo 0912345678',
    ])
      expect(allowing(body)).toEqual(usually(body));
  });
});
