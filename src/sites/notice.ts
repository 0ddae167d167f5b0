import type { Language } from '../language/language.ts';
import { digest } from '../world/hash.ts';
import type { Site } from './site.ts';

/** What a site tells who writes. */
export interface Notice {
  /** Another one wherever a word, the page or what is agreed to is another. */
  version: string;
  text: string;
  /** Empty where the site has no page about it. */
  privacyUrl: string;
  /** The sentence beside the box; null where the site asks for nothing. */
  agreement: string | null;
}

/** Null where the site tells nothing. */
export function noticeOf(site: Site): Notice | null {
  if (site.consent === 'off') return null;
  const words = wording[site.language];
  const told = {
    text: site.notice || words.usual(site.name, site['retention-days'], site['judge-url'] !== ''),
    privacyUrl: site['privacy-url'],
    agreement: site.consent === 'ask' ? words.agreement(site.name) : null,
  };
  return { version: versionOf(told), ...told };
}

function versionOf({ text, privacyUrl, agreement }: Omit<Notice, 'version'>): string {
  return digest(JSON.stringify([text, privacyUrl, agreement])).slice(0, 16);
}

/** What is usual is what this service does: each of its sentences is kept by it. */
const vi = {
  usual: (name: string, days: number, isJudged: boolean) =>
    `${name} lưu tên, nội dung và e-mail (nếu có) của bạn để duyệt và đăng bình luận, cùng mã băm của địa chỉ mạng để chống gửi hàng loạt. ${isJudged ? 'Trước khi đăng, tên và nội dung bình luận (không kèm e-mail hay địa chỉ mạng) được một bộ lọc ngoài xem trước. ' : ''}E-mail không hiển thị với bạn đọc; e-mail và mã băm được xóa sau ${days} ngày. Bạn có thể rút lại, xóa vĩnh viễn hoặc tải bản sao bình luận bằng địa chỉ theo dõi nhận được sau khi gửi. Nếu cần hỏi thêm, xin liên hệ ${name}.`,
  agreement: (name: string) => `Tôi đồng ý để ${name} lưu và đăng bình luận này theo thông báo trên.`,
};

const en: typeof vi = {
  usual: (name, days, isJudged) =>
    `${name} keeps your name, your words and your e-mail address (where you give one) to read the comment and publish it, and a hash of your network address against bulk posting. ${isJudged ? 'Before it is published, your name and your words (no e-mail or network address) are shown to a filter outside. ' : ''}The e-mail address is never shown to readers; it and the hash are erased after ${days} ${days === 1 ? 'day' : 'days'}. You can withdraw the comment, erase it for good or have a copy of it by the link that you get after sending. For any question, please ask ${name}.`,
  agreement: (name) => `I agree that ${name} keeps and publishes this comment as the notice above says.`,
};

const wording: Record<Language, typeof vi> = { vi, en };
