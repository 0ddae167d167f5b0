/** For the scripts of the frame, which fill in `{n}`. */
export const scriptVi = {
  left: 'Còn {n} ký tự.',
  over: 'Thừa {n} ký tự.',
  sending: 'Đang gửi bình luận…',
  fix: 'Chưa gửi được bình luận. Số chỗ cần sửa: {n}.',
  offline: 'Chưa gửi được vì mất kết nối. Nội dung bạn viết vẫn còn nguyên, vui lòng thử lại.',
  unloaded: 'Chưa tải được. Vui lòng thử lại.',
  picture: 'Đã đổi hình. Vui lòng nhập các ký tự trong hình mới.',
  expired: 'Hình trước đã hết hạn nên được đổi. Vui lòng nhập các ký tự trong hình mới.',
  unpictured: 'Chưa tải được hình. Vui lòng đợi một lát rồi thử lại.',
  retry: 'Thử lại',
  unheard: 'Chưa nghe được. Vui lòng bấm “reset captcha” rồi thử lại.',
  working: 'Thiết bị của bạn đang tự xác nhận, xin đợi vài giây…',
  worked: 'Đã xác nhận, bạn không cần nhập ký tự. Bình luận sẽ được người kiểm duyệt đọc trước khi đăng.',
  unworked: 'Thiết bị này không tự xác nhận được. Vui lòng nhập các ký tự trong hình.',
  added: 'Thêm {n} bình luận.',
  cleared: 'Đã xóa nội dung vừa nhập.',
  restore: 'Lấy lại nội dung vừa xóa',
  restored: 'Đã lấy lại nội dung vừa xóa.',
};

export type ScriptWording = typeof scriptVi;

export const scriptEn: ScriptWording = {
  left: '{n} characters left.',
  over: '{n} characters too many.',
  sending: 'Sending your comment…',
  fix: 'Your comment was not sent. Places to correct: {n}.',
  offline: 'Not sent: the connection failed. What you wrote is still here, please try again.',
  unloaded: 'This did not load. Please try again.',
  picture: 'Here is a new picture. Please type its characters.',
  expired: 'The picture before had run out. Please type the characters in the new one.',
  unpictured: 'The picture did not load. Please wait a moment and try again.',
  retry: 'Try again',
  unheard: 'This could not be played. Please press “reset captcha” and try again.',
  working: 'Your device is confirming by itself, a few seconds please…',
  worked: 'Confirmed, nothing to type. A moderator will read your comment before it is published.',
  unworked: 'This device cannot confirm by itself. Please type the characters in the picture.',
  added: '{n} more comments.',
  cleared: 'What you typed is cleared.',
  restore: 'Bring back what was cleared',
  restored: 'What was cleared is back.',
};
