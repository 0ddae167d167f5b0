import type { Language } from '../../../language/language.ts';

const vi = {
  heading: 'Báo tin qua e-mail',
  lead: 'Nhận thư khi có bình luận chờ lâu, hằng ngày, hoặc ngay khi có khiếu nại hay báo cáo. Nhiều nhất 24 thư trong 24 giờ; trong thư không có lời bình luận.',
  email: 'Địa chỉ e-mail của bạn',
  emailHint:
    'Chỉ dùng để gửi các thư này, và chỉ bạn thấy. Trước hết có một thư để xác nhận: nhiều nhất mỗi giờ một thư, mỗi ngày một thư đến cùng một địa chỉ, và không gửi nếu người dùng địa chỉ đó đã chọn không nhận thư nào nữa.',
  send: 'Gửi thư xác nhận',
  change: 'Đổi địa chỉ',
  remove: 'Xóa địa chỉ',
  standing: {
    asked:
      'Chưa xác nhận. Hãy mở đường dẫn trong thư vừa được gửi, rồi bấm nút xác nhận. Chưa xác nhận thì chưa có thư nào khác.',
    yes: 'Đã xác nhận.',
    no: 'Người dùng địa chỉ này đã chọn không nhận thư nữa. Để nhận lại, hãy mở đường dẫn cuối một thư trước đây, hoặc xác nhận lại địa chỉ.',
    none: 'Người dùng địa chỉ này đã chọn không nhận thư nào nữa. Để nhận lại, hãy mở đường dẫn cuối một thư trước đây.',
  },
  sites: 'Báo về những gì',
  choice: 'Hàng chờ',
  choices: {
    never: 'Không gửi',
    waiting: 'Khi có bình luận chờ quá lâu, nhiều nhất mỗi giờ một thư',
    daily: 'Mỗi ngày một thư, nếu có bình luận đang chờ',
  },
  minutes: 'Chờ lâu hơn bao nhiêu phút',
  at: 'Giờ gửi hằng ngày (giờ Việt Nam)',
  atOnce: 'Báo ngay',
  appeals: 'Khi có khiếu nại',
  reports: 'Khi có bạn đọc báo cáo bình luận',
  save: 'Lưu',
  saveOf: (site: string) => `Lưu cho ${site}`,
  short: {
    never: 'không báo hàng chờ',
    waiting: (minutes: number) => `khi chờ lâu hơn ${minutes} phút`,
    daily: (at: string) => `hằng ngày lúc ${at}`,
    appeals: 'khiếu nại',
    reports: 'báo cáo',
  },
};

export type MailWording = typeof vi;

const en: MailWording = {
  heading: 'Letters',
  lead: 'Get letters when comments wait for long, daily, or at once of appeals and reports. No more than 24 within 24 hours; no comment is quoted in them.',
  email: 'Your e-mail address',
  emailHint:
    'Used for these letters alone, and shown to you alone. First comes a letter to confirm it: at most one an hour, one a day to the same address, and none where somebody there chose to get no letters at all.',
  send: 'Send a letter to confirm',
  change: 'Change the address',
  remove: 'Remove the address',
  standing: {
    asked:
      'Not confirmed yet. Please open the link in the letter that was just sent and press the button. Until then no other letter comes.',
    yes: 'Confirmed.',
    no: 'Somebody there chose to get no more letters. To get them again open the link at the end of an earlier letter, or confirm the address again.',
    none: 'Somebody there chose to get no letters at all. To get them again open the link at the end of an earlier letter.',
  },
  sites: 'What you are told',
  choice: 'The queue',
  choices: {
    never: 'Nothing',
    waiting: 'When something waits too long, once an hour at most',
    daily: 'One letter a day, when comments are waiting',
  },
  minutes: 'Waits longer than so many minutes',
  at: 'Time of the daily letter (in Vietnam)',
  atOnce: 'Told at once',
  appeals: 'An appeal',
  reports: 'A report of a reader',
  save: 'Save',
  saveOf: (site) => `Save for ${site}`,
  short: {
    never: 'the queue: nothing',
    waiting: (minutes) => `waiting longer than ${minutes} minutes`,
    daily: (at) => `daily at ${at}`,
    appeals: 'appeals',
    reports: 'reports',
  },
};

export const mailWording: Record<Language, MailWording> = { vi, en };
