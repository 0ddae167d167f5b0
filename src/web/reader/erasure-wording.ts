import type { Language } from '../../language/language.ts';

const vi = {
  erase: 'Xóa vĩnh viễn',
  erasing:
    'Ngoài việc rút lại, bạn có thể xóa hẳn tên, nội dung và e-mail của bạn trong bình luận này. Bạn sẽ được hỏi lại một lần nữa.',
  sure: 'Xóa vĩnh viễn bình luận này?',
  what: [
    'Bình luận được rút lại ngay và không còn hiển thị với bạn đọc.',
    'Tên, nội dung và e-mail của bạn bị xóa hẳn; không ai, kể cả tòa soạn, khôi phục được.',
    'Riêng bình luận đang bị bạn đọc báo cáo thì tên và nội dung được giữ cho tòa soạn, và chỉ cho tòa soạn, đến khi xử lý xong, nhiều nhất 30 ngày.',
    'Mã băm của địa chỉ mạng được xóa khi hết hạn lưu, như với mọi bình luận.',
    'Câu trả lời của bạn đọc khác vẫn còn, nhưng không kèm lời của bạn.',
  ],
  back: 'Quay lại',
  erased: {
    title: 'Bạn đã xóa vĩnh viễn bình luận này',
    more: 'Bạn đọc không còn thấy tên và nội dung của bạn ở bình luận này, theo yêu cầu của bạn.',
  },
};

export type ErasureWording = typeof vi;

const en: ErasureWording = {
  erase: 'Erase for good',
  erasing:
    'More than withdrawing it, you can erase your name, your words and your e-mail in this comment. You will be asked once more.',
  sure: 'Erase this comment for good?',
  what: [
    'The comment is withdrawn at once, and readers no longer see it.',
    'Your name, words and e-mail are erased; nobody can bring them back, nor can we.',
    'Only where readers have reported the comment are your name and words kept for the moderators, and for them alone, until they have settled it, for 30 days at most.',
    'The hash of your network address is erased when its time is over, as it is for every comment.',
    'Replies by other readers stay, without your words.',
  ],
  back: 'Go back',
  erased: {
    title: 'You have erased this comment for good',
    more: 'Readers no longer see your name and your words in this comment, as you asked.',
  },
};

export const erasureWording: Record<Language, ErasureWording> = { vi, en };
