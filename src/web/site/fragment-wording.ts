import type { Badge } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';

interface Wording {
  heading: string;
  pick: string;
  badges: Record<Badge, string>;
  answered: (author: string) => string;
  answeredGone: string;
  likes: (count: string, exactly: number) => string;
  more: (count: string, exactly: number) => string;
}

export const fragmentWording: Record<Language, Wording> = {
  vi: {
    heading: 'Ý kiến bạn đọc',
    pick: 'Ý kiến nổi bật',
    badges: { newsroom: 'Tòa soạn', author: 'Tác giả', guest: 'Khách mời', verified: 'Đã xác thực' },
    answered: (author) => `Trả lời ${author}`,
    answeredGone: 'Trả lời một bình luận không còn hiển thị',
    likes: (count) => `${count} lượt thích`,
    more: (count) => `Xem thêm ${count} trả lời`,
  },
  en: {
    heading: 'Comments',
    pick: 'Newsroom pick',
    badges: { newsroom: 'Newsroom', author: 'Author', guest: 'Guest', verified: 'Verified' },
    answered: (author) => `In reply to ${author}`,
    answeredGone: 'In reply to a comment that is no longer shown',
    likes: (count, exactly) => `${count} ${exactly === 1 ? 'like' : 'likes'}`,
    more: (count, exactly) => `${count} more ${exactly === 1 ? 'reply' : 'replies'}`,
  },
};
