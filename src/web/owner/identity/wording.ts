import type { Language } from '../../../language/language.ts';

const vi = {
  keys: 'Khóa xác nhận bạn đọc',
  lead: 'Trang báo dùng khóa này để ký cho biết bạn đọc đã đăng nhập là ai. Bạn đọc được xác nhận không phải nhập họ tên, không gặp mã xác nhận, và thấy bình luận của mình trên mọi thiết bị.',
  off: 'Trang này chưa nhận bạn đọc đã đăng nhập. Hãy đổi mục “Bạn đọc đã đăng nhập” ở trang cài đặt.',
  none: 'Chưa có khóa nào.',
  addedAt: 'Thêm lúc',
  add: 'Thêm khóa',
  atMost: (count: string) =>
    `Nhiều nhất ${count} khóa, đều có hiệu lực cùng lúc. Để đổi khóa mà không gián đoạn: thêm khóa mới, cho trang báo ký bằng khóa mới, sau một giờ thì xóa khóa cũ.`,
  secret: 'Khóa bí mật',
  secretHint:
    'Chỉ hiện một lần này. Hãy cất ở máy chủ của trang báo, không để trong trang web. Ký JWT (HS256) bằng nguyên chuỗi này.',
  remove: 'Xóa khóa',
  removeHint: 'Xóa khóa này? Những gì khóa này đã ký mất hiệu lực ngay.',
};

export type IdentityWording = typeof vi;

const en: IdentityWording = {
  keys: 'Keys for known readers',
  lead: 'With such a key your site signs who its signed-in reader is. Readers it vouches for type no name, meet no captcha, and see their comments on every device.',
  off: 'This site takes no signed-in readers yet: change “Signed-in readers” among its settings.',
  none: 'There is no key yet.',
  addedAt: 'Added',
  add: 'Add a key',
  atMost: (count) =>
    `At most ${count} keys, all valid at a time. To change without a gap: add a new one, have your site sign with it, and remove the old one an hour later.`,
  secret: 'Secret',
  secretHint:
    'Shown this once. Keep it on the server of your site, never in a page. Sign a JWT (HS256) with this text as it stands.',
  remove: 'Remove the key',
  removeHint: 'Remove this key? What it signed is worth nothing from then on.',
};

export const identityWording: Record<Language, IdentityWording> = { vi, en };
