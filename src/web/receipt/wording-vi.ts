import type { State } from '../../comments/comment.ts';

interface Told {
  title: string;
  more: string;
}

export const receiptVi = {
  following: 'theo dõi bình luận',
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
  see: 'Xem bình luận dưới bài viết',

  steps: {
    title: 'Các bước của bình luận',
    received: 'Đã nhận',
    waits: 'Đang chờ người kiểm duyệt',
    comeBack: 'Bạn có thể đóng trang này và quay lại sau.',
    toCome: 'Đăng dưới bài viết',
    resultHere: 'Bạn sẽ thấy kết quả tại trang này.',
    checked: 'Đã qua kiểm tra tự động',
    read: 'Người kiểm duyệt đã đọc',
    published: 'Đã đăng dưới bài viết',
    refused: 'Không được đăng',
    refusedBefore: 'Chưa được đăng',
    appealed: 'Bạn đã yêu cầu xem lại',
    waitsAgain: 'Đang chờ người kiểm duyệt đọc lại',
    readAgain: 'Người kiểm duyệt đã đọc lại',
    stillRefused: 'Vẫn không được đăng',
    withdrawn: 'Bạn đã rút lại',
    erased: 'Bạn đã xóa vĩnh viễn',
  },
  reason: 'Lý do',

  mayAppeal: 'Bạn thấy quyết định này chưa đúng?',
  appealWhy: 'Hãy cho chúng tôi biết vì sao nên xem lại',
  appealHint:
    'Tối đa 1.000 ký tự. Chỉ người kiểm duyệt đọc được. Mỗi bình luận được yêu cầu xem lại một lần.',
  askAgain: 'Yêu cầu xem lại',
  yourAppeal: 'Điều bạn nói khi yêu cầu xem lại',

  yourComment: 'Bình luận của bạn',
  editedBefore: 'Người kiểm duyệt đã sửa vài chỗ trước khi đăng.',
  edited: 'Người kiểm duyệt đã sửa vài chỗ.',
  original: 'Nguyên văn bạn đã gửi',
  sentTo: 'Gửi cho bài viết',
  toArticle: 'Về trang có bài viết',

  keep: 'Giữ địa chỉ trang này',
  address: 'Địa chỉ theo dõi',
  secret: 'Ai có địa chỉ này đều xem, rút lại và xóa được bình luận, vì vậy xin đừng chia sẻ.',
  copy: 'Sao chép',
  copied: 'Đã sao chép địa chỉ.',

  yourData: 'Dữ liệu của bạn',
  download: 'Tải bản sao dữ liệu',
  downloadHint: 'Một tệp JSON gồm những gì đang được lưu về bình luận này và về bạn.',

  changedMind: 'Đổi ý?',
  withdraw: 'Rút lại bình luận',
  withdrawing:
    'Bình luận đã rút lại sẽ không được đăng nữa, và không thể khôi phục. Xóa vĩnh viễn còn xóa cả tên, nội dung và e-mail. Bạn sẽ được hỏi lại một lần nữa.',
  erasing:
    'Bạn có thể xóa hẳn tên, nội dung và e-mail của bạn trong bình luận này. Bạn sẽ được hỏi lại một lần nữa.',
  sureToWithdraw: 'Rút lại bình luận này?',
  withdrawn: 'Bình luận đã rút lại sẽ không được đăng nữa, và không thể khôi phục.',

  erase: 'Xóa vĩnh viễn',
  sureToErase: 'Xóa vĩnh viễn bình luận này?',
  whatIsErased: [
    'Bình luận được rút lại ngay và không còn hiển thị với bạn đọc.',
    'Tên, nội dung và e-mail của bạn bị xóa hẳn; không ai, kể cả tòa soạn, khôi phục được.',
    'Riêng bình luận đang bị bạn đọc báo cáo thì tên và nội dung được giữ cho tòa soạn, và chỉ cho tòa soạn, đến khi xử lý xong, nhiều nhất 30 ngày.',
    'Mã băm của địa chỉ mạng được xóa khi hết hạn lưu, như với mọi bình luận.',
    'Câu trả lời của bạn đọc khác vẫn còn, nhưng không kèm lời của bạn.',
  ],
  erased: {
    title: 'Bạn đã xóa vĩnh viễn bình luận này',
    more: 'Bạn đọc không còn thấy tên và nội dung của bạn ở bình luận này, theo yêu cầu của bạn.',
  },
  back: 'Quay lại',
};
