import type { Language } from '../../language/language.ts';

const vi = {
  erase: 'Xóa vĩnh viễn',
  erasing:
    'Ngoài việc rút lại, bạn có thể xóa hẳn: tên, nội dung, e-mail và mọi dấu vết của bạn trong bình luận này. Bạn sẽ được hỏi lại một lần nữa.',
  sure: 'Xóa vĩnh viễn bình luận này?',
  what: [
    'Bình luận được rút lại ngay và không còn hiển thị với bạn đọc.',
    'Tên, nội dung, e-mail và dấu vết của bạn bị xóa hẳn; không ai, kể cả tòa soạn, khôi phục được.',
    'Câu trả lời của bạn đọc khác vẫn còn, nhưng không kèm lời của bạn.',
  ],
  back: 'Quay lại',
  erased: {
    title: 'Bạn đã xóa vĩnh viễn bình luận này',
    more: 'Tên, nội dung và mọi dấu vết của bạn trong bình luận này đã được xóa theo yêu cầu của bạn.',
  },
};

export type ErasureWording = typeof vi;

const en: ErasureWording = {
  erase: 'Erase for good',
  erasing:
    'More than withdrawing it, you can erase it: your name, your words, your e-mail and every trace of you in this comment. You will be asked once more.',
  sure: 'Erase this comment for good?',
  what: [
    'The comment is withdrawn at once, and readers no longer see it.',
    'Your name, words, e-mail and traces are erased; nobody can bring them back, nor can we.',
    'Replies by other readers stay, without your words.',
  ],
  back: 'Go back',
  erased: {
    title: 'You have erased this comment for good',
    more: 'Your name, your words and every trace of you in this comment were erased, as you asked.',
  },
};

export const erasureWording: Record<Language, ErasureWording> = { vi, en };
