import type { State } from '../../comments/comment.ts';
import type { Language } from '../../language/language.ts';
import { scriptEn, scriptVi } from './script-wording.ts';

interface Told {
  title: string;
  more: string;
}

const vi = {
  heading: 'Ý kiến bạn đọc',
  order: 'Thứ tự bình luận',
  newest: 'Mới nhất',
  oldest: 'Cũ nhất',
  answering: 'trả lời',
  answer: 'Trả lời',
  report: 'Báo cáo',
  more: 'Xem thêm bình luận',
  first: 'Về trang đầu',
  empty: 'Chưa có bình luận nào.',
  invite: 'Mời bạn viết ý kiến đầu tiên.',
  closed: 'Bài viết này đã đóng bình luận. Cảm ơn bạn đọc đã quan tâm và chia sẻ ý kiến.',

  write: 'Gửi bình luận',
  answeringNow: 'Đang trả lời',
  cancel: 'Hủy trả lời',
  author: 'Họ tên',
  email: 'E-mail (không bắt buộc)',
  emailHint: 'Không hiển thị với bạn đọc.',
  body: 'Nội dung bình luận',
  atMost: (count: string) => `Tối đa ${count} ký tự.`,
  picture: 'Hình có các ký tự cần nhập',
  characters: 'Nhập các ký tự trong hình',
  listen: 'Nghe các ký tự',
  spoken:
    'Khi nghe, mỗi chữ cái được đọc kèm một tên bắt đầu bằng chữ ấy, như “pê, Phú Quốc”: chỉ nhập chữ cái P. Chữ số được đọc như thường.',
  byWork: 'Xác nhận không cần hình',
  tryAgain: 'Thiết bị chưa kịp tự xác nhận. Vui lòng gửi lại một lần nữa.',
  send: 'Gửi bình luận',
  clear: 'Nhập lại',
  follow: 'Theo dõi bình luận này',
  another: 'Gửi bình luận khác',

  script: scriptVi,

  states: {
    pending: {
      title: 'Bình luận của bạn đang chờ duyệt',
      more: 'Cảm ơn bạn. Bình luận sẽ hiển thị sau khi được người kiểm duyệt đọc và đồng ý đăng.',
    },
    published: { title: 'Bình luận của bạn đã được đăng', more: 'Cảm ơn bạn đã đóng góp ý kiến.' },
    rejected: {
      title: 'Rất tiếc, bình luận của bạn không được đăng',
      more: 'Người kiểm duyệt đã đọc và quyết định không đăng bình luận này.',
    },
    spam: {
      title: 'Rất tiếc, bình luận của bạn không được đăng',
      more: 'Bình luận này bị xem là quảng cáo hoặc nội dung gửi hàng loạt.',
    },
    withdrawn: { title: 'Bạn đã rút lại bình luận này', more: 'Bình luận không còn hiển thị với bạn đọc.' },
  } satisfies Record<State, Told> as Record<State, Told>,

  appealed: {
    pending: {
      title: 'Bình luận của bạn sẽ được xem lại',
      more: 'Chúng tôi đã nhận được yêu cầu của bạn. Một người kiểm duyệt sẽ đọc lại bình luận và quyết định lần nữa.',
    },
    refused: {
      title: 'Rất tiếc, bình luận của bạn vẫn không được đăng',
      more: 'Theo yêu cầu của bạn, người kiểm duyệt đã đọc lại và vẫn quyết định không đăng bình luận này.',
    },
  },
  mayAppeal: 'Bạn thấy quyết định này chưa đúng? Hãy cho chúng tôi biết vì sao nên xem lại.',
  appealHint:
    'Tối đa 1.000 ký tự. Chỉ người kiểm duyệt đọc được. Mỗi bình luận được yêu cầu xem lại một lần.',
  askAgain: 'Yêu cầu xem lại',
  yourAppeal: 'Điều bạn nói khi yêu cầu xem lại',

  yourComment: 'Bình luận của bạn',
  editedBefore: 'Người kiểm duyệt đã sửa vài chỗ trước khi đăng.',
  edited: 'Người kiểm duyệt đã sửa vài chỗ.',
  original: 'Nguyên văn bạn đã gửi',
  sentTo: 'Gửi cho bài viết',
  reason: 'Lý do',
  keep: 'Hãy giữ địa chỉ của trang này để xem lại kết quả. Ai có địa chỉ này đều xem, rút lại và xóa được bình luận, vì vậy xin đừng chia sẻ.',
  withdraw: 'Rút lại bình luận',
  withdrawing:
    'Bình luận đã rút lại sẽ không được đăng nữa, và không thể khôi phục. Bạn sẽ được hỏi lại một lần nữa.',
  sureToWithdraw: 'Rút lại bình luận này?',
  withdrawn: 'Bình luận đã rút lại sẽ không được đăng nữa, và không thể khôi phục.',
  back: 'Quay lại',
};

export type ReaderWording = typeof vi;

const en: ReaderWording = {
  heading: 'Readers’ comments',
  order: 'Order of comments',
  newest: 'Newest',
  oldest: 'Oldest',
  answering: 'replying to',
  answer: 'Reply',
  report: 'Report',
  more: 'More comments',
  first: 'Back to the first page',
  empty: 'No comments yet.',
  invite: 'Yours could be the first.',
  closed: 'Comments on this article are closed. Thank you for reading and for sharing your views.',

  write: 'Send a comment',
  answeringNow: 'Replying to',
  cancel: 'Cancel reply',
  author: 'Name',
  email: 'E-mail (optional)',
  emailHint: 'Never shown to readers.',
  body: 'Comment',
  atMost: (count) => `At most ${count} characters.`,
  picture: 'Picture of the characters to type',
  characters: 'Type the characters in the picture',
  listen: 'Listen to the characters',
  spoken:
    'When you listen, each letter comes with a word that begins with it, such as “P, Papa”: type the letter P only. Digits are spoken as they are.',
  byWork: 'Confirm without the picture',
  tryAgain: 'Your device was not done with confirming. Please send once more.',
  send: 'Send comment',
  clear: 'Start over',
  follow: 'Follow this comment',
  another: 'Send another comment',

  script: scriptEn,

  states: {
    pending: {
      title: 'Your comment is waiting for a moderator',
      more: 'Thank you. It will appear once a moderator has read it and agrees to publish it.',
    },
    published: { title: 'Your comment is published', more: 'Thank you for sharing your view.' },
    rejected: {
      title: 'We are sorry, your comment was not published',
      more: 'A moderator has read it and decided not to publish it.',
    },
    spam: {
      title: 'We are sorry, your comment was not published',
      more: 'It was taken for advertising or bulk posting.',
    },
    withdrawn: { title: 'You have withdrawn this comment', more: 'Readers no longer see it.' },
  },

  appealed: {
    pending: {
      title: 'Your comment will be looked at again',
      more: 'We have your request. A moderator will read the comment again and decide once more.',
    },
    refused: {
      title: 'We are sorry, your comment is still not published',
      more: 'As you asked, a moderator has read it again, and has again decided not to publish it.',
    },
  },
  mayAppeal: 'Do you think that this decision is not right? Tell us why someone should look again.',
  appealHint: 'At most 1,000 characters. Only moderators read it. You can ask once for each comment.',
  askAgain: 'Ask for another look',
  yourAppeal: 'What you said when you asked for another look',

  yourComment: 'Your comment',
  editedBefore: 'A moderator changed a few words before publishing it.',
  edited: 'A moderator changed a few words.',
  original: 'As you sent it',
  sentTo: 'Sent to the article',
  reason: 'Reason',
  keep: 'Keep the address of this page to come back to it. Whoever has it can see, withdraw and erase the comment, so please do not share it.',
  withdraw: 'Withdraw the comment',
  withdrawing:
    'A withdrawn comment will not be published, and cannot be brought back. You will be asked once more.',
  sureToWithdraw: 'Withdraw this comment?',
  withdrawn: 'A withdrawn comment will not be published, and cannot be brought back.',
  back: 'Go back',
};

export const readerWording: Record<Language, ReaderWording> = { vi, en };
