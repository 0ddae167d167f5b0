import type { ReportReason } from '../../comments/report.ts';
import type { Language } from '../../language/language.ts';

const vi = {
  title: 'Báo cáo bình luận của',
  before:
    'Người kiểm duyệt sẽ xem lại bình luận này. Người viết không được biết ai đã báo cáo. Trong lúc chờ, bình luận vẫn hiển thị.',
  why: 'Bình luận này có vấn đề gì?',
  reasons: {
    insult: 'Lời lẽ xúc phạm hoặc thô tục',
    spam: 'Quảng cáo hoặc gửi hàng loạt',
    false: 'Thông tin sai sự thật',
    private: 'Tiết lộ thông tin riêng tư của người khác',
    other: 'Lý do khác',
  } satisfies Record<ReportReason, string> as Record<ReportReason, string>,
  choose: 'Vui lòng chọn một lý do.',
  details: 'Bạn muốn nói rõ hơn?',
  optional: '(không bắt buộc)',
  detailsHint: 'Tối đa 500 ký tự. Chỉ người kiểm duyệt đọc được.',
  send: 'Gửi báo cáo',
  cancel: 'Hủy',
  notSent: 'Chưa gửi được báo cáo.',
  thanks: 'Cảm ơn bạn đã báo cáo',
  after:
    'Người kiểm duyệt sẽ đọc lại bình luận này và quyết định giữ hay gỡ xuống. Bạn không cần báo cáo thêm lần nữa.',
};

export type ReportWording = typeof vi;

const en: ReportWording = {
  title: 'Report the comment of',
  before:
    'A moderator will look at this comment again. Its author is not told who reported it. Until then it stays where it is.',
  why: 'What is wrong with this comment?',
  reasons: {
    insult: 'It is insulting or foul-mouthed',
    spam: 'It is advertising or bulk posting',
    false: 'What it says is not true',
    private: 'It gives away something private about someone',
    other: 'Something else',
  },
  choose: 'Please choose a reason.',
  details: 'Would you like to say more?',
  optional: '(optional)',
  detailsHint: 'At most 500 characters. Only moderators read it.',
  send: 'Send the report',
  cancel: 'Cancel',
  notSent: 'Your report was not sent.',
  thanks: 'Thank you for your report',
  after:
    'The moderators will read this comment again and decide whether it stays. There is no need to report it twice.',
};

export const reportWording: Record<Language, ReportWording> = { vi, en };
