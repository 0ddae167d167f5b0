import type { Badge } from '../../../comments/comment.ts';
import type { Language } from '../../../language/language.ts';

const vi = {
  reply: 'Trả lời bạn đọc',
  replyLabel: 'Nội dung trả lời',
  appearsAs: 'Đăng ngay dưới bình luận này, với tên:',
  closed: 'Bài này đã đóng bình luận với bạn đọc; tòa soạn vẫn trả lời được.',
  send: 'Đăng trả lời',
  pick: 'Đưa lên ý kiến nổi bật',
  unpick: 'Bỏ khỏi ý kiến nổi bật',
  picked: 'Ý kiến nổi bật',
  pickHint: (most: string) =>
    `Bạn đọc thấy nhiều nhất ${most} ý kiến nổi bật của một bài, mới chọn đứng trước.`,
  morePicks: (picks: string, most: string) =>
    `Bài này có ${picks} ý kiến nổi bật; bạn đọc chỉ thấy ${most} ý kiến được chọn gần đây nhất.`,
  badges: {
    newsroom: 'Tòa soạn',
    author: 'Tác giả bài viết',
    guest: 'Khách mời',
    verified: 'Đã xác thực',
  } as Record<Badge, string>,
  automatic: 'Đăng tự động',
  fromNewsroom: 'Trả lời của tòa soạn, không phải của bạn đọc.',
};

export type NewsroomWording = typeof vi;

const en: NewsroomWording = {
  reply: 'Reply to the reader',
  replyLabel: 'Your reply',
  appearsAs: 'Published at once under this comment, in the name of:',
  closed: 'Comments on this article are closed to readers; the newsroom can still reply.',
  send: 'Publish the reply',
  pick: 'Pick this comment',
  unpick: 'Remove from the picks',
  picked: 'Pick of the newsroom',
  pickHint: (most) => `Readers see at most ${most} picks of an article, the latest first.`,
  morePicks: (picks, most) =>
    `This article has ${picks} picks; readers see only the ${most} that were picked last.`,
  badges: { newsroom: 'Newsroom', author: 'Author', guest: 'Guest', verified: 'Verified' },
  automatic: 'Published automatically',
  fromNewsroom: 'A reply of the newsroom, not of a reader.',
};

export const newsroomWording: Record<Language, NewsroomWording> = { vi, en };
